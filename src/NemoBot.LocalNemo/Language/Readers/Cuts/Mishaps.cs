using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads "get rid of the cough at 20 seconds": when it begins and ends is not said, and cutting all that follows would do harm.</summary>
internal static class Mishaps
{
    private static readonly TimeSpan UsualEdge = TimeSpan.FromSeconds(5);

    /// <summary>Asks for both ends; false if the clause names no single moment.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (NamesEdgeAlone(clause))
        {
            reading.Choice = new Choice(new Note("choice.moment", []), [new Note(clause.Has(Concept.Begin) ? "offer.cut-first" : "offer.cut-last", [UsualEdge])]);
            clause.ClaimEverything();
            return true;
        }

        if (!clause.Has(Concept.Cut, Concept.Remove) || !((reading.Focus is Subject.None or Subject.Video && IsSecondAlone(clause)) || (NamesMoment(clause) && (IsMoment(clause) || NamesMishap(clause) || NamesPart(clause)))))
        {
            return false;
        }

        var at = clause.Tokens.First(t => t.IsTime).Time;
        var start = at > TimeSpan.FromSeconds(1) ? at - TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        reading.Choice = new Choice(new Note("choice.moment", []), [new Note("offer.cut-range", [start, at + TimeSpan.FromSeconds(1)])]);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>"cut the beginning": how much of it is not said.</summary>
    private static bool NamesEdgeAlone(Clause clause) => clause.Has(Concept.Cut, Concept.Trim) && clause.HasFree(Concept.Begin, Concept.End)
        && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Begin or Concept.End or Concept.Filler or Concept.CanYou);

    /// <summary>第5秒不要: not all that follows.</summary>
    private static bool IsSecondAlone(Clause clause) => clause.Tokens.Count(t => t.IsTime) == 1 && !clause.HasWord(WordLists.Leaving)
        && clause.Tokens.All(t => t.IsTime ? clause.TextOf(t)[0] == '第' : t.Concept is Concept.Cut or Concept.Remove or Concept.Filler or Concept.CanYou or Concept.It);

    /// <summary>One time, about which something is, and no end of it.</summary>
    private static bool NamesMoment(Clause clause) => clause.Tokens.Count(t => t.IsTime) == 1
        && !clause.Has(
            Concept.From, Concept.After, Concept.Before, Concept.To, Concept.First, Concept.Last, Concept.Begin, Concept.End)
        && !clause.HasFree(TokenKind.Dash)
        && (clause.Has(Concept.At) || clause.Tokens.Any(t => WordLists.Approximate.Contains(clause.TextOf(t))));

    /// <summary>25秒那里有人敲门，去掉: a moment by itself, whatever is said of it.</summary>
    private static bool IsMoment(Clause clause)
    {
        var time = clause.Tokens.ToList().FindIndex(t => t.IsTime);
        if (time + 1 >= clause.Tokens.Count || clause.IndexOf(Concept.Cut, Concept.Remove) <= time)
        {
            return false;
        }

        var after = clause.TextOf(clause.Tokens[time + 1]);
        return after[0] >= 0x2E80 && WordLists.Approximate.Contains(after);
    }

    /// <summary>"the cough", "the silence", or a word that is not known.</summary>
    private static bool NamesMishap(Clause clause) => clause.Tokens.Any(t => t.Kind == TokenKind.Unknown
        || t.Concept is Concept.Noise or Concept.SilenceNoun or Concept.FillerWords
        || WordLists.Mishaps.Contains(clause.TextOf(t)));

    /// <summary>"take a breath out at 0:19", "cut the bit at 0:40": some thing there, whatever it is.</summary>
    private static bool NamesPart(Clause clause) => clause.Tokens.Index().Any(t => IsDeterminer(clause.TextOf(t.Item))
        && clause.Tokens.ElementAtOrDefault(t.Index + 1) is
        { Length: >= 3, Concept: Concept.Filler or Concept.None, Kind: TokenKind.Word or TokenKind.Unknown });

    private static bool IsDeterminer(string word) => word.ToLowerInvariant() is "a" or "an" or "the" or "that" or "my" or "his" or "her" or "one";
}
