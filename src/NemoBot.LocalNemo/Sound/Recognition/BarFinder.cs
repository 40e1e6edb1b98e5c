namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Finds which beats begin a bar: there the bass is strong and the chord changes.</summary>
internal static class BarFinder
{
    private const int Reach = 4;

    /// <summary>Indices of the beats that begin a bar of four, or of three where that fits far better.</summary>
    public static IEnumerable<int> Find(SoundFeatures features, IReadOnlyList<int> beats)
    {
        var accents = Accents(features, beats);
        var (four, fourScore) = Best(accents, 4);
        var (three, threeScore) = Best(accents, 3);
        var (first, length) = threeScore > (1.5 * fourScore) + 0.1 ? (three, 3) : (four, 4);
        return Enumerable.Range(0, beats.Count).Where(i => i % length == first);
    }

    private static double[] Accents(SoundFeatures features, IReadOnlyList<int> beats)
    {
        var bass = Even([.. beats.Select(b => Strongest(features.Low, b))]);
        var snare = Even([.. beats.Select(b => Strongest(features.Mid, b))]);
        var chords = Even([.. beats.Select((_, i) => ChordChange(features, beats, i))]);
        return [.. bass.Select((b, i) => b + (2 * chords[i]) - (0.5 * snare[i]))];
    }

    /// <summary>How far the mean of a phase exceeds the others.</summary>
    private static (int First, double Score) Best(double[] accents, int length)
    {
        if (accents.Length < 2 * length)
        {
            return (0, 0);
        }

        var means = Enumerable.Range(0, length).Select(phase => accents.Where((_, i) => i % length == phase).Average()).ToArray();
        var first = Array.IndexOf(means, means.Max());
        return (first, means[first] - means.Where((_, i) => i != first).Max());
    }

    private static double Strongest(IReadOnlyList<float> onsets, int beat)
    {
        double strongest = 0;
        for (var i = Math.Max(0, beat - Reach); i <= Math.Min(onsets.Count - 1, beat + Reach); i++)
        {
            strongest = Math.Max(strongest, onsets[i]);
        }

        return strongest;
    }

    private static double ChordChange(SoundFeatures features, IReadOnlyList<int> beats, int i)
    {
        if (i == 0 || i + 1 >= beats.Count)
        {
            return 0;
        }

        var (before, after) = (Notes(features, beats[i - 1], beats[i]), Notes(features, beats[i], beats[i + 1]));
        double product = 0, a = 1e-12, b = 1e-12;
        for (var n = 0; n < before.Length; n++)
        {
            (product, a, b) = (product + (before[n] * after[n]), a + (before[n] * before[n]), b + (after[n] * after[n]));
        }

        return 1 - (product / Math.Sqrt(a * b));
    }

    private static double[] Notes(SoundFeatures features, int from, int to)
    {
        var notes = new double[SoundFeatures.WideAt];
        var last = features.Textures.Count - 1;
        var (first, end) = ((from / SoundFeatures.FramesPerTexture) + 1, to / SoundFeatures.FramesPerTexture);
        for (var t = Math.Min(first, last); t <= Math.Min(last, Math.Max(first, end - 1)); t++)
        {
            for (var n = 0; n < notes.Length; n++)
            {
                notes[n] += features.Textures[t][n];
            }
        }

        return notes;
    }

    private static double[] Even(double[] values)
    {
        var mean = values.DefaultIfEmpty().Average();
        var spread = Math.Sqrt(values.Select(v => (v - mean) * (v - mean)).DefaultIfEmpty().Average());
        return [.. values.Select(v => spread > 1e-6 ? (v - mean) / spread : 0)];
    }
}
