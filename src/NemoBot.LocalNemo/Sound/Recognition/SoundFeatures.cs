namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>What analysis keeps of a recording: onsets every 10 ms and textures every 100 ms.</summary>
internal sealed class SoundFeatures
{
    /// <summary>Onset values per second.</summary>
    public const int Rate = 100;

    /// <summary>Onset values per texture.</summary>
    public const int FramesPerTexture = Rate / MusicAnalysis.CurveRate;

    /// <summary>In a texture the twelve notes come first; then the six wide bands, the energy and its centre in Hz.</summary>
    public const int WideAt = 12;

    /// <summary>Where the energy is.</summary>
    public const int EnergyAt = 18;

    /// <summary>Where the centre of the spectrum is.</summary>
    public const int CenterAt = 19;

    /// <summary>Values of a texture.</summary>
    public const int TextureSize = 20;

    private readonly List<float> _low = [];
    private readonly List<float> _mid = [];
    private readonly List<float> _high = [];
    private readonly List<float> _bass = [];
    private readonly List<float[]> _textures = [];

    /// <summary>Rises of the bass.</summary>
    public IReadOnlyList<float> Low => _low;

    /// <summary>Rises between bass and treble.</summary>
    public IReadOnlyList<float> Mid => _mid;

    /// <summary>Rises of the treble.</summary>
    public IReadOnlyList<float> High => _high;

    /// <summary>Rises of the deepest bass as amplitudes.</summary>
    public IReadOnlyList<float> Bass => _bass;

    /// <summary>Sound colors.</summary>
    public IReadOnlyList<float[]> Textures => _textures;

    /// <summary>Adds the onsets of a frame.</summary>
    public void AddOnsets(float low, float mid, float high, float bass)
    {
        _low.Add(low);
        _mid.Add(mid);
        _high.Add(high);
        _bass.Add(bass);
    }

    /// <summary>Adds the mean of a texture's frames.</summary>
    public void AddTexture(ReadOnlySpan<float> sums)
    {
        var texture = new float[TextureSize];
        for (var i = 0; i < TextureSize; i++)
        {
            texture[i] = sums[i] / FramesPerTexture;
        }

        _textures.Add(texture);
    }
}
