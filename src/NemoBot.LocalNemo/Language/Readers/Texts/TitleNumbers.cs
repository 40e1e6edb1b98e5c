using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads which of several titles is meant.</summary>
internal static class TitleNumbers
{
    /// <summary>"the lower one", 上面那个: the number of the title at that side.</summary>
    public static int? ByPlace(Clause clause, Reading reading)
    {
        if (reading.Project.Titles.Count == 2 && clause.ClaimAll(Concept.OtherOne))
        {
            // Without a number the last title was meant before.
            var before = reading.Situation.LastEdits.Concat(reading.Edits).OfType<SetTitle>().LastOrDefault()?.Which;
            return before is { Number: 1 } || (before?.Text is { } text && reading.TitleTexts[0] == text) ? 2 : 1;
        }

        var titles = reading.Project.Titles.Index().OrderBy(t => t.Item.Place).Select(t => t.Index + 1).ToList();
        if (titles.Count < 2)
        {
            return null;
        }

        return clause.ClaimAll(Concept.UpperOne) ? titles[0] : clause.ClaimAll(Concept.LowerOne) ? titles[^1] : null;
    }

    /// <summary>"kill it after 6 s": the title goes, not the rest of the video.</summary>
    public static bool IsEnded(Clause clause, Reading reading) => reading.Focus == Subject.Title && clause.Has(Concept.Remove)
        && (clause.Has(Concept.It) || clause.HasWord(WordLists.Leaving)) && clause.Tokens.Count(t => t.IsTime) == 1
        && clause.Tokens.All(t => t.IsTime || t.Concept is Concept.Remove or Concept.It or Concept.After or Concept.At or Concept.Filler or Concept.Let);

    /// <summary>"second title: green, smaller": a look after the colon is no text while there are titles.</summary>
    public static bool IsLook(Clause clause, Reading reading)
    {
        var colon = reading.TitleTexts.Count == 0 ? -1 : clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Colon);
        var after = clause.Tokens.Skip(colon + 1).ToList();
        return colon >= 0 && after.Exists(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept))
            && after.TrueForAll(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept) || t.Concept is Concept.Filler or Concept.And);
    }

    /// <summary>第3秒出现，停留5秒: after a title in the same message, a clause of times alone says when it is shown.</summary>
    public static bool IsTime(Clause clause, Reading reading) => reading.Edits is [.., AddTitle or SetTitle] && clause.HasTime
        && clause.Tokens.All(t => t.IsTime || t.Kind is TokenKind.Number or TokenKind.Dash
            || t.Concept is Concept.For or Concept.At or Concept.From or Concept.To or Concept.After or Concept.Filler or Concept.It);

    /// <summary>"the second one".</summary>
    public static int? Alone(Clause clause)
    {
        if (clause.Take(TokenKind.Ordinal) is { } ordinal)
        {
            return (int)ordinal.Value;
        }

        var edge = clause.HasTime ? -1 : clause.FreeIndexOf(Concept.First, Concept.Last);
        return edge < 0 ? null : clause.Claim(edge).Concept == Concept.First ? 1 : -1;
    }
}
