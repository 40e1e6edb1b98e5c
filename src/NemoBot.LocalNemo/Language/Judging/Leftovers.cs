using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>The phrases that no reader understood.</summary>
internal static class Leftovers
{
    private const int Most = 3;
    private const int Longest = 60;
    private const string Negations = "不别没勿莫无未非否";

    /// <summary>Phrases as they were written, neighbours together; a single Chinese character is never named alone.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Clause> clauses, bool hasEdits, bool begins = false)
    {
        foreach (var clause in clauses.Where(c => c.IsHeard))
        {
            // "make it pop with a yellow background": the second says how.
            clause.ClaimAll(Concept.Vague);
        }

        var phrases = new List<string>();
        for (var i = 0; i < clauses.Count; i++)
        {
            var next = i + 1 < clauses.Count ? clauses[i + 1] : null;
            if (hasEdits && ((clauses.Count > 1 && Accounts.Tell(clauses[i], i, begins)) || (next is not null && Accounts.Lead(clauses[i], next))))
            {
                continue;
            }

            var count = phrases.Count;
            Collect(clauses[i], phrases);
            if (hasEdits && phrases.Count == count && Unheard.Wish(clauses[i], next) is { } wish)
            {
                phrases.Add(Shortened(wish));
            }
        }

        // “声音”、“声音有点远”: the longer one says it. No more are compared than are named, whatever a hostile text leaves.
        var said = phrases.Where(p => !phrases.Exists(o => o.Length > p.Length && o.Contains(p, StringComparison.Ordinal))).Take(Most + 1).ToList();
        return said.Count <= Most ? said : [.. said.Take(Most), "…"];
    }

    /// <summary>A single Chinese character beside what was understood was passed over: it might have mattered.</summary>
    public static bool AreHidden(IReadOnlyList<Clause> clauses) =>
        clauses.Any(c => Enumerable.Range(0, c.Tokens.Count).Any(i => IsOpen(c, i) && IsPassedOver(c, i)));

    private static void Collect(Clause clause, List<string> phrases)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (!IsOpen(clause, i) || IsPassedOver(clause, i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < clause.Tokens.Count && (IsOpen(clause, last + 1) || IsSmallBetweenOpen(clause, last + 1)))
            {
                last++;
            }

            var phrase = clause.TextBetween(clause.Tokens[i].Start, clause.Tokens[last].End).Trim();
            phrase = phrase.Length > 1 ? phrase : clause.Written.Trim();
            if (phrase.Length > 1 && !phrases.Contains(phrase))
            {
                phrases.Add(Shortened(phrase));
            }

            i = last;
        }
    }

    private static string Shortened(string phrase)
    {
        if (phrase.Length <= Longest)
        {
            return phrase;
        }

        var end = char.IsHighSurrogate(phrase[Longest - 1]) ? Longest - 1 : Longest;
        return phrase[..end] + "…";
    }

    /// <summary>One unknown character between understood ones is a particle more often than a wish; a negation is never passed over.</summary>
    private static bool IsPassedOver(Clause clause, int index)
    {
        bool IsLone(int at) => at < 0 || at >= clause.Tokens.Count || !IsOpen(clause, at);
        var token = clause.Tokens[index];
        return token is { Kind: TokenKind.Unknown, Length: 1 } && clause.TextOf(token)[0] is >= '\u2E80' and var c && !Negations.Contains(c)
            && IsLone(index - 1) && IsLone(index + 1) && Enumerable.Range(0, clause.Tokens.Count).Any(clause.IsClaimed);
    }

    private static bool IsSmallBetweenOpen(Clause clause, int index) =>
        clause.Tokens[index].Concept == Concept.Filler && index + 1 < clause.Tokens.Count && IsOpen(clause, index + 1);

    /// <summary>"because I cough there": a reason asks for nothing, as long as something was understood before it.</summary>
    private static bool IsReason(Clause clause, int index) =>
        clause.IndexOf(Concept.Reason) is >= 0 and var reason && reason < index && Enumerable.Range(0, reason).Any(clause.IsClaimed);

    private static bool IsOpen(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && !Descriptions.IsOfMaterial(clause, index) && token.Kind switch
        {
            TokenKind.Unknown when IsReason(clause, index) || Descriptions.IsPurpose(clause, index) || Descriptions.IsPossessor(clause, index) => false,
            TokenKind.Unknown => token.Length > 1 || clause.TextOf(token)[0] >= 0x2E80,
            TokenKind.Word when clause.IsHeard && token.Concept is Concept.Image or Concept.Images => false,
            TokenKind.Word => IsMeaningful(token.Concept) || (clause.IsHeard && Unheard.IsQuality(clause, token)),
            TokenKind.Number or TokenKind.Ordinal => clause.IsHeard && clause.TextOf(token)[0] < 0x2E80,
            TokenKind.Dash or TokenKind.Colon or TokenKind.Break or TokenKind.Symbol => false,
            _ => true,
        };
    }

    /// <summary>Small words that carry nothing by themselves are not worth a complaint.</summary>
    private static bool IsMeaningful(Concept concept) => concept is not (Concept.None or Concept.Filler or Concept.Reason or Concept.TooLong
        or Concept.Useless or Concept.And or Concept.Then or Concept.It or Concept.At or Concept.To or Concept.From or Concept.For or Concept.After or Concept.Before or Concept.Called or Concept.Greeting or Concept.Thanks or Concept.Help
        or Concept.HowLong or Concept.AllOf or Concept.Whole or Concept.Change or Concept.Add or Concept.Use or Concept.Let or Concept.Move
        or Concept.Video or Concept.Begin or Concept.End or Concept.ColorWord or Concept.Another or Concept.Only or Concept.But or Concept.Yes or Concept.No or Concept.CanYou or Concept.Not
        or Concept.VersionWord or Concept.Export or Concept.SocialMedia or Concept.ByName or Concept.Each
        or Concept.LineWord or Concept.Recording or Concept.Episode or Concept.InsteadOf or Concept.First or Concept.Last or Concept.OriginalWord);
}
