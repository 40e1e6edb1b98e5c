using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads questions about what a platform wants.</summary>
internal static partial class PlatformQuestions
{
    /// <summary>"is it ready for facebook?", 发朋友圈用什么尺寸好: asks about the format.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var asks = WordLists.QuestionStarts.Contains(clause.Text.Split(' ', 2)[0]) || clause.HasWord(WordLists.QuestionMarks) || clause.Text.EndsWith('吗')
            || (clause.Text.Contains("还是", StringComparison.Ordinal) && KindQuestions.ShapesIn(clause).Count > 1);
        if (!asks || clause.Has(Concept.CanYou) || !clause.Tokens.Any(t => IsPlatform(t.Concept))
            || clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) && t.Concept is not (Concept.Export or Concept.Use or Concept.Let)))
        {
            return false;
        }

        if (clause.Has(Concept.HowLong, Concept.TooLong))
        {
            // "is it long enough for instagram?".
            return false;
        }

        var shapes = KindQuestions.ShapesIn(clause);
        QuestionReader.Ask(clause, reading, shapes.Count > 1 || Choosing().IsMatch(clause.Text) ? Question.Platforms : Question.Format);
        reading.Choice = shapes.Count == 2 && reading.HasMaterial ? new Choice(new Note("choice.shape", []), [.. shapes.Select(s => new Note("offer.shape", [s]))]) : reading.Choice;
        return true;
    }

    private static bool IsPlatform(Concept concept) => concept is Concept.TikTok or Concept.Reels or Concept.Shorts or Concept.Story
        or Concept.YouTube or Concept.Instagram or Concept.Xiaohongshu or Concept.SocialMedia;

    [GeneratedRegex("^(?:which|what)|什么|哪种|哪个|多大", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Choosing();
}
