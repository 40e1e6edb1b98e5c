using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads that something is too long, and what only says once more that it is to be cut.</summary>
internal static class LengthComplaints
{
    /// <summary>"it is too long" alone names no part; 剪一下 after a part was named says it once more.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        if (clause.ClaimAll(Concept.TooLong))
        {
            var trims = reading.Clauses.Any(c => c.Tokens.Any(t => t.IsTime))
                || reading.Says(Concept.Chorus, Concept.Teaser, Concept.SilenceNoun, Concept.Faster);
            clause.ClaimAll(Concept.Video, Concept.Voice, Concept.Begin, Concept.End, Concept.Recording, Concept.Episode);
            clause.ClaimFrame();
            if (!trims)
            {
                reading.Suggest(Suggestion.Trim);
            }
        }

        var cutsAlready = reading.Edits.Any(e => e is KeepRanges or CutRanges);
        if ((cutsAlready && CutsEnds(clause)) || (CutsSomeEnd(clause) && reading.Clauses.Any(c => c != clause && NamesEnd(c))))
        {
            clause.ClaimEverything();
        }

        if (cutsAlready && CutsIt(clause))
        {
            clause.ClaimAll(Concept.Cut, Concept.Trim, Concept.Remove, Concept.Whole);
        }
    }

    /// <summary>"end it at 0:52 i dont want the outro": why.</summary>
    private static bool CutsEnds(Clause clause) => clause.Has(Concept.Cut, Concept.Remove)
        && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Begin or Concept.End or Concept.Filler);

    /// <summary>"chop the tail end, last 4 sec": the next clause says how much.</summary>
    private static bool CutsSomeEnd(Clause clause) => clause.Has(Concept.Cut, Concept.Remove)
        && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Begin or Concept.End or Concept.Last
            or Concept.Useless or Concept.Filler);

    private static bool NamesEnd(Clause clause) =>
        clause.Tokens.Any(t => t.IsTime) && clause.HasFree(Concept.First, Concept.Last, Concept.Begin, Concept.End);

    /// <summary>0到5秒那段，剪一下: once more what a part was named for.</summary>
    private static bool CutsIt(Clause clause) => clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Remove
        or Concept.Filler or Concept.It or Concept.First or Concept.Last or Concept.Begin or Concept.End
        or Concept.Before or Concept.After or Concept.AllOf or Concept.Whole);
}
