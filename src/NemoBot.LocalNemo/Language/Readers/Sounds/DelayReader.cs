using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads that the sound or the captions come earlier or later: "the audio is half a second late".</summary>
internal static partial class DelayReader
{
    private static readonly TimeSpan UsualStep = TimeSpan.FromSeconds(0.2);

    public static void Read(Clause clause, Reading reading)
    {
        if (AsksForStep(clause, reading))
        {
            return;
        }

        var moves = clause.HasFree(Concept.Later, Concept.Earlier);
        if (moves && !clause.HasFree(TokenKind.Duration) && reading.Edits.Any(e => e is SetCaptions { Shift: not null } or DelaySound))
        {
            // 慢了0.5秒，往前调: says the same once more.
            clause.ClaimAll(Concept.Later, Concept.Earlier);
            clause.ClaimFrame();
            return;
        }

        if (!(moves || IsShift(clause)) || !clause.HasFree(TokenKind.Duration) || IsOfAnotherThing(clause))
        {
            return;
        }

        var by = clause.Take(TokenKind.Duration)!.Time;
        by = clause.Has(Concept.Earlier) != IsState(clause) ? -by : by;
        var captions = IsOfCaptions(clause, reading);
        clause.ClaimAll(Concept.Later, Concept.Earlier, Concept.Voice, Concept.Captions, Concept.Lyrics, Concept.Music, Concept.AllOf);
        clause.ClaimFrame();
        if (captions)
        {
            reading.Add(new SetCaptions { Shift = by }, Subject.Captions);
        }
        else
        {
            reading.Add(new DelaySound(by), Subject.Voice);
        }
    }

    /// <summary>"the sound is out of sync": which way and how far is not said.</summary>
    private static bool AsksForStep(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || !MainMaterial.ShowsVideo(reading.Project) || clause.HasTime || clause.HasFree(Concept.Later, Concept.Earlier, Concept.Captions, Concept.Lyrics) || !OutOfSync().IsMatch(clause.Text))
        {
            return false;
        }

        reading.Choice = new Choice(new Note("choice.sync", []), [new Note("offer.sound-later", [UsualStep]), new Note("offer.sound-earlier", [UsualStep])]);
        clause.ClaimEverything();
        return true;
    }

    [GeneratedRegex(
        @"\b(?:audio|sound|voice|lips?|mouth|speech|video|picture|lip sync|it)\b.*\b(?:out of sync|not in sync|unsynced|not synced|off sync|(?:isn'?t|aren'?t|doesn'?t|don'?t|not|never) (?:\w+ )?(?:sync(?:ed|hronized)?|in sync|line up|lined up|match the (?:lips|mouth|picture|video|sound|audio)))\b|\bfix the (?:lip[- ]?)?sync\b"
        + "|音画不同步|声画不同步|(?:声音|音频|画面|口型).{0,6}(?:不同步|对不上|不对口型)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOfSync();

    private static bool IsOfAnotherThing(Clause clause) => clause.Has(
        Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.Cut, Concept.Remove, Concept.Keep, Concept.Trim);

    private static bool IsOfCaptions(Clause clause, Reading reading)
    {
        if (clause.Has(Concept.Captions, Concept.Lyrics))
        {
            return true;
        }

        var showsOnlyCaptions = reading.Project.Captions is not null && !MainMaterial.ShowsVideo(reading.Project);
        return (showsOnlyCaptions || reading.Focus == Subject.Captions) && !clause.Has(Concept.Voice, Concept.Music);
    }

    /// <summary>"half a second late", 慢了0.5秒: what is late is to come earlier.</summary>
    private static bool IsState(Clause clause) => clause.IndexOf(Concept.Later, Concept.Earlier) is >= 0 and var at
        && WordLists.OutOfStep.Contains(clause.TextOf(clause.Tokens[at]).ToLowerInvariant())
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>"shift the captions by 300 ms".</summary>
    private static bool IsShift(Clause clause) => clause.HasFree(Concept.Move)
        && clause.HasFree(Concept.Captions)
        && clause.Tokens.All(t => t.Kind == TokenKind.Duration || MayStandBeside(t.Concept));

    private static bool MayStandBeside(Concept concept) => concept is Concept.Move or Concept.Captions or Concept.ByName or Concept.Filler
        or Concept.CanYou or Concept.AllOf;
}
