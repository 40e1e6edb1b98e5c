namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>
/// Finds where a song changes: half seconds are compared by chords and by where their energy lies, and a border is where what comes
/// resembles itself and not what was (a checkerboard over the self-similarity).
/// </summary>
internal sealed class SectionFinder
{
    private const int PerPart = MusicAnalysis.CurveRate / 2;
    private const int Reach = 16;
    private const int Shortest = 12;
    private const double AlikeBelow = 0.9;
    private readonly double[][] _parts;

    public SectionFinder(SoundFeatures features) => _parts = Normalize([.. features.Textures.Chunk(PerPart).Select(Describe)]);

    /// <summary>Borders in seconds, without start and end.</summary>
    public IReadOnlyList<double> FindBorders()
    {
        var novelty = Enumerable.Range(0, _parts.Length).Select(Novelty).ToArray();
        var mean = novelty.DefaultIfEmpty().Average();
        var spread = Math.Sqrt(novelty.Select(n => (n - mean) * (n - mean)).DefaultIfEmpty().Average());
        List<double> borders = [];
        var last = 0;
        for (var i = Shortest / 2; i < _parts.Length - (Shortest / 2); i++)
        {
            var isPeak = novelty[i] > Math.Max(0.35, mean + (0.8 * spread)) && IsHighest(novelty, i);
            if (isPeak && i - last >= Shortest / 2)
            {
                last = i;
                borders.Add(i * 0.5);
            }
        }

        return borders;
    }

    /// <summary>A number for the sound of each section; sections that sound alike share it.</summary>
    public IReadOnlyList<int> Classify(IReadOnlyList<(double Start, double End)> sections)
    {
        List<double[]> kinds = [];
        List<int> found = [];
        foreach (var (start, end) in sections)
        {
            var mean = Mean((int)(start * 2), (int)(end * 2));
            var kind = kinds.FindIndex(k => Distance(k, mean) < AlikeBelow);
            if (kind < 0)
            {
                kind = kinds.Count;
                kinds.Add(mean);
            }

            found.Add(kind);
        }

        return found;
    }

    private static bool IsHighest(double[] novelty, int at)
    {
        for (var i = Math.Max(0, at - (Shortest / 2)); i <= Math.Min(novelty.Length - 1, at + (Shortest / 2)); i++)
        {
            if (novelty[i] > novelty[at] || (novelty[i] == novelty[at] && i < at))
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Describe(float[][] textures)
    {
        var part = new double[SoundFeatures.EnergyAt + 1];
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = textures.Average(t => t[i]);
        }

        var notes = Math.Sqrt(part.Take(SoundFeatures.WideAt).Sum(n => n * n)) + 1e-6;
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = i < SoundFeatures.WideAt ? part[i] / notes : 10 * Math.Log10(part[i] + 1e-8);
        }

        return part;
    }

    /// <summary>Each value against its spread over the song, so that chords and levels count alike.</summary>
    private static double[][] Normalize(double[][] parts)
    {
        for (var i = 0; parts.Length > 0 && i < parts[0].Length; i++)
        {
            var mean = parts.Average(p => p[i]);
            var spread = Math.Sqrt(parts.Average(p => (p[i] - mean) * (p[i] - mean)));

            // Levels are in dB: less than 3 dB of change is no change.
            var least = i < SoundFeatures.WideAt ? 0.15 : 3;
            foreach (var part in parts)
            {
                part[i] = (part[i] - mean) / Math.Max(least, spread) * (i < SoundFeatures.WideAt ? 0.5 : 1);
            }
        }

        return parts;
    }

    private double Novelty(int at)
    {
        var reach = Math.Min(Reach, Math.Min(at, _parts.Length - at));
        return reach < Shortest / 2 ? 0 : Distance(Mean(at - reach, at), Mean(at, at + reach)) - (0.4 * (Spread(at - reach, at) + Spread(at, at + reach)) / 2);
    }

    private double Spread(int from, int to)
    {
        var mean = Mean(from, to);
        return Enumerable.Range(from, to - from).Average(i => Distance(_parts[i], mean));
    }

    private double[] Mean(int from, int to)
    {
        (from, to) = (Math.Clamp(from, 0, Math.Max(0, _parts.Length - 1)), Math.Clamp(to, 0, _parts.Length));
        var mean = new double[SoundFeatures.EnergyAt + 1];
        for (var p = from; p < to; p++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += _parts[p][i] / (to - from);
            }
        }

        return mean;
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average());
}
