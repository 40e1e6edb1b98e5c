using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads 第二段静音, "the first clip louder": of several clips, only the whole can be made louder, mute or faster.</summary>
internal sealed class ClipPartReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (reading.Project.Clips.Count < 2 || !NamesOne(clause) || clause.Has(Concept.Cut, Concept.Remove, Concept.Move, Concept.Swap) || ReasonOf(clause) is not { } reason)
        {
            return;
        }

        clause.ClaimEverything();
        reading.Add(new Decline(reason), Subject.Video);
    }

    private static bool NamesOne(Clause clause)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if ((clause.Tokens[i].Kind == TokenKind.Ordinal || clause.Tokens[i].Concept is Concept.First or Concept.Last) && clause.Tokens[i + 1].Concept is Concept.Video)
            {
                return true;
            }
        }

        return false;
    }

    private static Inability? ReasonOf(Clause clause) => clause.Has(Concept.Mute, Concept.Unmute) ? Inability.MutePart
        : clause.Has(Concept.Louder, Concept.Quieter, Concept.Volume, Concept.TurnUp, Concept.TurnDown) || clause.HasFree(TokenKind.Decibel) ? Inability.VolumePart
        : clause.Has(Concept.Faster, Concept.Slower, Concept.SpeedWord, Concept.Reverse) || clause.HasFree(TokenKind.Factor) ? Inability.SpeedPart : null;
}
