namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Which bins of a spectrum belong together: fine steps below 1 kHz, wider ones above, and the notes for chords.</summary>
internal sealed class BandLayout
{
    private const double BassLimit = 120;
    private const double LowLimit = 170;
    private const double MidLimit = 4500;

    /// <summary>Edges of the wide bands of a texture in Hz.</summary>
    private static readonly double[] Wide = [0, 120, 300, 800, 2000, 5000, 13_000];
    private readonly int[] _edges;
    private readonly int[] _notes;
    private readonly int[] _wide;
    private readonly double _binWidth;

    public BandLayout(int size, int rate)
    {
        _binWidth = (double)rate / size;
        List<int> edges = [1];
        while (edges[^1] < size / 2)
        {
            edges.Add(edges[^1] * _binWidth < 1000 ? edges[^1] + 1 : Math.Min(size / 2, (int)(edges[^1] * 1.14) + 1));
        }

        _edges = [.. edges];
        Count = _edges.Length - 1;
        LowEnd = Enumerable.Range(0, Count).First(i => _edges[i] * _binWidth >= LowLimit);
        MidEnd = Enumerable.Range(0, Count).First(i => _edges[i] * _binWidth >= MidLimit);
        _notes = [.. Enumerable.Range(0, size / 2).Select(NoteOf)];
        _wide = [.. Enumerable.Range(0, size / 2).Select(i => Array.FindLastIndex(Wide, edge => i * _binWidth >= edge))];
    }

    /// <summary>Number of bands.</summary>
    public int Count { get; }

    /// <summary>First band above the bass.</summary>
    public int LowEnd { get; }

    /// <summary>First band of the treble.</summary>
    public int MidEnd { get; }

    /// <summary>Amplitudes of the bands on a logarithmic scale, as ears have it.</summary>
    public void Compress(ReadOnlySpan<float> amplitudes, Span<float> bands)
    {
        for (var band = 0; band < Count; band++)
        {
            float highest = 0;
            for (var i = _edges[band]; i < _edges[band + 1]; i++)
            {
                highest = Math.Max(highest, amplitudes[i]);
            }

            bands[band] = MathF.Log(1 + (800 * highest));
        }
    }

    /// <summary>Amplitude of the bass, where drums are tuned lowest.</summary>
    public float BassOf(ReadOnlySpan<float> amplitudes)
    {
        float sum = 0;
        for (var i = 1; i * _binWidth < BassLimit; i++)
        {
            sum += amplitudes[i];
        }

        return sum;
    }

    /// <summary>Adds the energies of the notes and of the wide bands, and the frame's energy and its centre.</summary>
    public void AddTexture(ReadOnlySpan<float> amplitudes, Span<float> texture)
    {
        float sum = 0, weighted = 0;
        for (var i = 1; i < amplitudes.Length; i++)
        {
            var energy = amplitudes[i] * amplitudes[i];
            sum += amplitudes[i];
            weighted += amplitudes[i] * i;
            texture[SoundFeatures.WideAt + _wide[i]] += energy;
            texture[SoundFeatures.EnergyAt] += energy;
            if (_notes[i] >= 0)
            {
                texture[_notes[i]] += amplitudes[i];
            }
        }

        texture[SoundFeatures.CenterAt] += sum > 1e-4f ? weighted / sum * (float)_binWidth : 0;
    }

    private int NoteOf(int bin)
    {
        var frequency = bin * _binWidth;
        return frequency is < 120 or > 2000 ? -1 : ((int)Math.Round(12 * Math.Log2(frequency / 440)) + 120) % 12;
    }
}
