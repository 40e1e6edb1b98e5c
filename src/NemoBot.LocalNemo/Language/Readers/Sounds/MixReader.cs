using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads loudness targets, noise, ducking and delays.</summary>
internal sealed class MixReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        LoudnessReader.Read(clause, reading);
        ReadNoise(clause, reading);
        DuckingReader.Read(clause, reading);
        DelayReader.Read(clause, reading);
    }

    private static void ReadNoise(Clause clause, Reading reading)
    {
        if (NoiseThatIsCut(clause, reading) is { } noise)
        {
            clause.Claim(noise);
            return;
        }

        if (!RemovesNoise(clause, reading) && !clause.HasFree(Concept.Denoise))
        {
            // "there is a hum, can you remove the noise": the complaint belongs to the wish.
            if (clause.HasFree(Concept.Noise) && IsNoiseOfAnother(reading))
            {
                clause.ClaimAll(Concept.Noise);
            }

            return;
        }

        var off = clause.HasFree(Concept.Denoise) && clause.Has(Concept.Remove, Concept.Not);
        clause.ClaimAll(
            Concept.Noise, Concept.Denoise, Concept.Remove, Concept.Cut, Concept.Quieter, Concept.Not, Concept.Voice, Concept.Recording,
            Concept.Background, Concept.Smaller, Concept.Bigger, Concept.Large, Concept.Huge);
        if (!clause.Has(Concept.And))
        {
            // "quiet and hissy" are two complaints.
            clause.ClaimAll(Concept.Louder);
        }

        clause.ClaimFrame();
        reading.Add(new SetMix { Denoise = !off }, Subject.Voice);
    }

    /// <summary>最后三秒有杂音，切了: that part goes, the rest is not said to be noisy.</summary>
    private static int? NoiseThatIsCut(Clause clause, Reading reading)
    {
        var times = clause.Tokens.Count(t => t.IsTime);
        if (times == 0 || !(clause.Has(Concept.Cut, Concept.Remove) || SharedVerbs.IsCutByAnother(clause, reading)))
        {
            return null;
        }

        var noise = clause.FreeIndexOf(Concept.Noise);
        var isOfPart = noise > 0
            && (times > 1 || clause.Has(Concept.At) || WordLists.Having.Contains(clause.TextOf(clause.Tokens[noise - 1])));
        return isOfPart ? noise : null;
    }

    private static bool RemovesNoise(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Noise))
        {
            return false;
        }

        return clause.Has(Concept.Remove, Concept.Cut, Concept.Quieter, Concept.Not)
            || (reading.HasMaterial && !clause.Has(Concept.Add, Concept.Title) && !reading.Says(Concept.Remove, Concept.Denoise));
    }

    private static bool IsNoiseOfAnother(Reading reading) => reading.Says(Concept.Denoise)
        || (reading.Says(Concept.Remove) && reading.Clauses.Count(c => c.Has(Concept.Noise)) > 1);
}
