namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>
/// Tells speech from music. Speech pauses between words, changes its level about four times a second, leaps between bright
/// consonants and dark vowels, and keeps no beat.
/// </summary>
internal static class SpeechDetector
{
    /// <summary>What keeps a beat this clearly is music, with or without words.</summary>
    private const double ClearBeat = 0.45;

    /// <summary>A value above zero means speech.</summary>
    public static double Score(IReadOnlyList<float> levels, SoundFeatures features, double beatConfidence)
    {
        if (beatConfidence > ClearBeat)
        {
            return -1;
        }

        var loud = levels.Where(l => l > -60).Order().ToArray();
        if (loud.Length < 100)
        {
            return 0;
        }

        var (low, high) = (loud[(int)(0.15 * loud.Length)], loud[(int)(0.9 * loud.Length)]);
        var quiet = levels.Count(l => l < high - 20) / (double)levels.Count;
        var leaps = Leaps(features);
        return (0.04 * (high - low - 14)) + (1.2 * (quiet - 0.15)) + (2.5 * (leaps - 0.25)) + (1.6 * (0.35 - beatConfidence));
    }

    /// <summary>Mean change of the spectrum's centre from one tenth of a second to the next, in octaves.</summary>
    private static double Leaps(SoundFeatures features)
    {
        double sum = 0;
        var count = 0;
        for (var i = 1; i < features.Textures.Count; i++)
        {
            var (a, b) = (features.Textures[i - 1], features.Textures[i]);
            if (a[SoundFeatures.EnergyAt] > 1e-6 && b[SoundFeatures.EnergyAt] > 1e-6)
            {
                sum += Math.Abs(Math.Log2(Math.Max(50, b[SoundFeatures.CenterAt]) / Math.Max(50, a[SoundFeatures.CenterAt])));
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
