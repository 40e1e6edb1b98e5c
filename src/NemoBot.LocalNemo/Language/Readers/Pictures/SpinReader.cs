using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads that the art is to turn like a record, or to stop: "spin the cover", 唱片旋转效果.</summary>
internal sealed partial class SpinReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (!(Spins(clause) || LooksLikeRecord(clause)) || IsAboutOther(clause))
        {
            return;
        }


        var stops = clause.Has(Concept.Remove, Concept.Not, Concept.No) || clause.Tokens.Any(t => WordLists.Stopping.Contains(clause.TextOf(t)));
        clause.ClaimAll(
            Concept.Spin, Concept.Vinyl, Concept.Rotate, Concept.Cover, Concept.Image, Concept.Remove, Concept.Not, Concept.No, Concept.Filter,
            Concept.Recording);
        clause.ClaimWords(WordLists.Stopping);
        clause.ClaimWords(WordLists.Gentle);
        foreach (var i in Enumerable.Range(0, clause.Tokens.Count).Where(i => Manner().IsMatch(clause.TextOf(clause.Tokens[i]))))
        {
            clause.Claim(i);
        }

        if (clause.Free(TokenKind.Word).Any(i => clause.Tokens[i].Concept is Concept.Faster or Concept.Slower))
        {
            // "spin faster": not the sound.
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SpinSpeed));
            if (reading.Project.Background.Motion == Motion.Spin)
            {
                return;
            }
        }

        clause.ClaimFrame();
        reading.Add(new SetPicture { Motion = stops ? Motion.None : Motion.Spin }, Subject.Background);
    }

    /// <summary>"spin the cover", 封面慢慢旋转.</summary>
    private static bool Spins(Clause clause) => clause.HasFree(Concept.Spin)
        || (clause.HasFree(Concept.Rotate) && (clause.HasFree(Concept.Vinyl) || Lasting().IsMatch(clause.Text)));

    /// <summary>"make it look like a vinyl record".</summary>
    private static bool LooksLikeRecord(Clause clause) => clause.HasFree(Concept.Vinyl)
        && clause.Tokens.All(t => MayStandBeside(t.Concept) || Manner().IsMatch(clause.TextOf(t)) || t.Kind == TokenKind.Unknown || IsPicture(t))
        && !clause.Has(Concept.Voice, Concept.Music);

    private static bool MayStandBeside(Concept concept) => concept is Concept.Vinyl or Concept.Filler or Concept.Add or Concept.Use or Concept.Change
        or Concept.It or Concept.CanYou or Concept.Visuals or Concept.Filter or Concept.Let or Concept.Move or Concept.To;

    /// <summary>"rotate it by 90 degrees", "spinning bars".</summary>
    private static bool IsAboutOther(Clause clause)
    {
        if (clause.HasFree(Concept.Degrees, Concept.Portrait, Concept.Landscape, Concept.Square, Concept.Title, Concept.Captions, Concept.Logo))
        {
            return true;
        }

        var isOfVisual = clause.HasFree(VisualWords.All) && !clause.HasFree(Concept.Vinyl) && !clause.Tokens.Any(IsPicture);
        return isOfVisual || clause.Tokens.Any(t => t.Kind is TokenKind.Number or TokenKind.Quote or TokenKind.Ratio);
    }

    private static bool IsPicture(Token token) => token.Concept is Concept.Cover or Concept.Image or Concept.Background or Concept.BackgroundImage;

    /// <summary>封面慢慢旋转: what goes on is no quarter turn.</summary>
    [GeneratedRegex(@"(慢慢|缓慢|缓缓|一直|不停|持续|不断|循环|匀速).{0,3}(旋转|转)|旋转(的)?(动画|效果|特效)|\b(slowly|keep|constantly|continuously|endlessly) (on )?(rotat\w+)\b|\brotat\w+ (slowly|constantly|continuously|like)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    /// <summary>Words for how it turns, which it does anyway.</summary>
    [GeneratedRegex(@"^(slow|slowly|gently|softly|around|round|look|looks|looking|effect|animation|style|continuously|constantly|endlessly|forever|player|record|disc|disk|转|转着|慢慢|缓慢|缓缓|一直|不停|不停地|持续|不断|效果|特效|动画|像|像是|好像|一样|那样|那种|似的|样子|感觉|地|的|着|匀速|循环|圆形)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Manner();
}
