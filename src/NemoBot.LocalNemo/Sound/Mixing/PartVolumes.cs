using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Applies the volumes of parts to the samples of a clip.</summary>
internal sealed class PartVolumes
{
    private const double ToneFrequency = 1000;

    /// <summary>About as loud as speech at -23 LUFS, which sounds have before the mix is levelled.</summary>
    private const double ToneLevel = 0.08;

    /// <summary>5 ms at each end, so that nothing clicks.</summary>
    private const long Ramp = SoundFormat.Rate / 200;

    private readonly List<(long From, long To, double Level, bool Bleeps)> _parts;

    public PartVolumes(Clip clip) => _parts = [.. clip.Changes.Select(c => PartOf(clip, c))];

    /// <summary>Changes samples that begin at a position of the clip.</summary>
    public void Apply(Span<float> samples, long position)
    {
        var end = position + (samples.Length / SoundFormat.Channels);
        foreach (var (from, to, level, bleeps) in _parts)
        {
            for (var at = Math.Max(from, position); at < Math.Min(to, end); at++)
            {
                var share = Math.Min(1, Math.Min(at - from, to - 1 - at) / (double)Ramp);
                var gain = (float)(1 + ((level - 1) * share));
                var tone = bleeps ? (float)(ToneLevel * share * Math.Sin(2 * Math.PI * ToneFrequency * at / SoundFormat.Rate)) : 0;
                var i = (int)(at - position) * SoundFormat.Channels;
                samples[i] = (samples[i] * gain) + tone;
                samples[i + 1] = (samples[i + 1] * gain) + tone;
            }
        }
    }

    private static (long From, long To, double Level, bool Bleeps) PartOf(Clip clip, VolumeChange change)
    {
        var (from, to) = clip.Played(change.From, change.To);
        return (SoundFormat.SamplesIn(from), SoundFormat.SamplesIn(to), change.Level, change.Bleeps);
    }
}
