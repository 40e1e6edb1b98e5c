using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads fades of the whole video.</summary>
internal sealed class FadeReader : IClauseReader
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || !clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth))
        {
            return;
        }

        var (fadeIn, fadeOut) = FadeLengths.Read(clause, Usual);
        clause.ClaimAll(Concept.Image, Concept.Voice, Concept.Begin, Concept.End, Concept.First, Concept.Last);
        clause.ClaimFrame();
        reading.Add(new SetFades(fadeIn, fadeOut), Subject.Video);
    }
}
