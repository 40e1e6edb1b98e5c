namespace NemoBot.LocalNemo.Sound.Analysis;

/// <summary>The samples of the last short sounds: of those, starting the decoder again for the mix takes longer than decoding.</summary>
internal sealed class ShortSounds
{
    /// <summary>20 s of all together, 8 MB.</summary>
    public const int Most = 20 * SoundFormat.Rate * SoundFormat.Channels;
    private readonly Lock _gate = new();
    private readonly List<(string Path, float[] Samples)> _sounds = [];

    /// <summary>Keeps a sound; null: it is too long. Older ones make room.</summary>
    public void Add(string path, float[]? samples)
    {
        if (samples is null)
        {
            return;
        }

        lock (_gate)
        {
            _sounds.RemoveAll(s => s.Path == path);
            _sounds.Add((path, samples));
            while (_sounds.Sum(s => s.Samples.Length) > Most)
            {
                _sounds.RemoveAt(0);
            }
        }
    }

    /// <summary>Samples of both channels in turn; null if they are not kept.</summary>
    public float[]? Find(string path)
    {
        lock (_gate)
        {
            return _sounds.Find(s => s.Path == path).Samples;
        }
    }
}
