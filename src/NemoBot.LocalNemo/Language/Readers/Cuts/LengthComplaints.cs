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
            var trims = reading.Clauses.Any(c => c.Tokens.Any(t => t.IsTime)) || reading.Says(Concept.Chorus, Concept.Teaser, Concept.SilenceNoun, Concept.Faster);
            clause.ClaimAll(Concept.Video, Concept.Voice, Concept.Begin, Concept.End, Concept.Recording, Concept.Episode);
            clause.ClaimFrame();
            if (!trims)
            {
                reading.Suggest(Suggestion.Trim);
            }
        }

        if (clause.Has(Concept.Cut, Concept.Remove) && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Begin or Concept.End or Concept.Filler)
            && reading.Edits.Any(e => e is KeepRanges or CutRanges))
        {
            // "end it at 0:52 i dont want the outro": why.
            clause.ClaimEverything();
        }

        if (clause.Has(Concept.Cut, Concept.Remove) && clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Begin or Concept.End or Concept.Last or Concept.Useless or Concept.Filler)
            && reading.Clauses.Any(c => c != clause && c.Tokens.Any(t => t.IsTime) && c.HasFree(Concept.First, Concept.Last, Concept.Begin, Concept.End)))
        {
            // "chop the tail end, last 4 sec": the next clause says how much.
            clause.ClaimEverything();
        }

        if (clause.Tokens.All(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Remove or Concept.Filler or Concept.It or Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.Before or Concept.After or Concept.AllOf or Concept.Whole) && reading.Edits.Any(e => e is CutRanges or KeepRanges))
        {
            clause.ClaimAll(Concept.Cut, Concept.Trim, Concept.Remove, Concept.Whole);
        }
    }
}
