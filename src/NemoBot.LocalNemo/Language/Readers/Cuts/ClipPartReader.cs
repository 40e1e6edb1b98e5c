using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads 第二段静音, "the first clip louder": one of several clips is made louder, mute, faster or slower.</summary>
internal sealed class ClipPartReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var clips = reading.Project.Clips;
        if (clips.Count < 2 || ClipOf(clause, clips.Count) is not { } clip || clause.Has(Concept.Move, Concept.Swap)
            || (clause.Has(Concept.Cut, Concept.Remove) && !RemovesSound(clause)))
        {
            return;
        }

        var start = reading.Project.StartOf(clip);
        if (EditOf(clause, new Span(start, start + clips[clip].Duration)) is { } edit)
        {
            clause.ClaimEverything();
            reading.Add(edit, Subject.Video);
        }
    }

    private static Edit? EditOf(Clause clause, Span part)
    {
        if (clause.Has(Concept.Reverse))
        {
            return new Decline(Inability.SpeedPart);
        }

        if (clause.Has(Concept.Faster, Concept.Slower, Concept.SpeedWord) || clause.HasFree(TokenKind.Factor))
        {
            return new SetPartSpeed(part, SpeedWords.PartFactorOf(clause));
        }

        if (RemovesSound(clause))
        {
            return SetPartVolume.Of(new SetVolume(Track.Main) { Level = 0 }, part);
        }

        return VolumeWords.Read(clause, Track.Main) is { } volume ? SetPartVolume.Of(volume, part) : null;
    }

    /// <summary>第二段的声音去掉: the picture stays.</summary>
    private static bool RemovesSound(Clause clause) => clause.Has(Concept.Remove) && clause.Has(Concept.Voice)
        && clause.Tokens.All(t => t.Kind is TokenKind.Ordinal || t.Concept is Concept.Remove or Concept.Voice or Concept.Video or Concept.First
            or Concept.Last or Concept.Filler or Concept.From or Concept.CanYou or Concept.It);

    /// <summary>The index of the clip that is named; null if none is.</summary>
    private static int? ClipOf(Clause clause, int count)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i + 1].Concept is not Concept.Video)
            {
                continue;
            }

            var index = clause.Tokens[i] switch
            {
                { Concept: Concept.First } => 0,
                { Concept: Concept.Last } => count - 1,
                { Kind: TokenKind.Ordinal, Value: var number } => (int)number - 1,
                _ => -1,
            };
            if (index >= 0 && index < count)
            {
                return index;
            }
        }

        return null;
    }
}
