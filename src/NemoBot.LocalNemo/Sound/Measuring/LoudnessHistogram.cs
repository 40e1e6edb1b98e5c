namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>Loudness of blocks in steps of 0.1 LU, so that hours of sound need no memory.</summary>
internal sealed class LoudnessHistogram
{
    /// <summary>The absolute gate of BS.1770: quieter blocks are silence.</summary>
    private const double Lowest = -70;
    private const int Size = 900;
    private readonly long[] _counts = new long[Size];
    private readonly double[] _energies = new double[Size];

    /// <summary>Loudness of a mean square of K-weighted samples.</summary>
    public static double ToLufs(double energy) => energy > 0 ? (10 * Math.Log10(energy)) - 0.691 : double.NegativeInfinity;

    /// <summary>Counts a block.</summary>
    public void Add(double energy)
    {
        var loudness = ToLufs(energy);
        if (loudness >= Lowest)
        {
            var bin = Math.Min(Size - 1, (int)((loudness - Lowest) * 10));
            _counts[bin]++;
            _energies[bin] += energy;
        }
    }

    /// <summary>Mean loudness of the blocks above a gate this far below the mean of all.</summary>
    public double Mean(double gate)
    {
        var all = ToLufs(MeanFrom(0));
        return double.IsNegativeInfinity(all) ? all : ToLufs(MeanFrom(BinOf(all - gate)));
    }

    /// <summary>From the 10th to the 95th hundredth of the blocks above a gate this far below the mean, as EBU Tech 3342 has it.</summary>
    public double Range(double gate)
    {
        var first = BinOf(ToLufs(MeanFrom(0)) - gate);
        var total = _counts.Skip(first).Sum();
        return total == 0 ? 0 : (Percentile(first, total, 0.95) - Percentile(first, total, 0.10)) / 10.0;
    }

    private int Percentile(int first, long total, double part)
    {
        var left = (long)(part * (total - 1));
        var bin = first;
        while (bin < Size - 1 && (left -= _counts[bin]) >= 0)
        {
            bin++;
        }

        return bin;
    }

    private static int BinOf(double loudness) => double.IsNegativeInfinity(loudness) ? 0 : Math.Clamp((int)Math.Floor((loudness - Lowest) * 10), 0, Size - 1);

    private double MeanFrom(int first)
    {
        var count = _counts.Skip(first).Sum();
        return count == 0 ? 0 : _energies.Skip(first).Sum() / count;
    }
}
