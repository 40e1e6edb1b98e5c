using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Verbs that another clause of the message gives.</summary>
internal static class SharedVerbs
{
    /// <summary>前面有3秒空白，剪掉: this clause says what is bad about a part, another one only that it goes.</summary>
    public static bool IsCutByAnother(Clause clause, Reading reading)
    {
        var isBad = clause.Has(Concept.SilenceNoun, Concept.Noise, Concept.FillerWords, Concept.Useless);
        var isPart = clause.Has(Concept.First, Concept.Last, Concept.Begin, Concept.End);
        return isBad && isPart && !clause.Has(Concept.Keep, Concept.Cut, Concept.Remove, Concept.Trim) && reading.Clauses.Any(c => c != clause && OnlyCuts(c));
    }

    private static bool OnlyCuts(Clause clause) => clause.Has(Concept.Cut, Concept.Remove)
        && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Filler or Concept.It or Concept.AllOf);
}
