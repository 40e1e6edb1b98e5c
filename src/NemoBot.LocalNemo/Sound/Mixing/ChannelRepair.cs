namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Mends channels: a silent one gets the sound of the other, an inverted one is turned back, an offset is removed.</summary>
internal sealed class ChannelRepair(SoundProblems problems)
{
    private readonly OffsetFilter? _offset = problems.HasFlag(SoundProblems.Offset) ? new OffsetFilter() : null;

    /// <summary>Changes the samples in place.</summary>
    public void Apply(Span<float> samples)
    {
        _offset?.Apply(samples);
        if (problems.HasFlag(SoundProblems.OneChannel))
        {
            for (var i = 0; i + 1 < samples.Length; i += 2)
            {
                samples[i] = samples[i + 1] = samples[i] + samples[i + 1];
            }
        }
        else if (problems.HasFlag(SoundProblems.OppositePhase))
        {
            for (var i = 1; i < samples.Length; i += 2)
            {
                samples[i] = -samples[i];
            }
        }
    }
}
