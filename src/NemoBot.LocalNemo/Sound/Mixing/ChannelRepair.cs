using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Mends channels: a silent one gets the sound of the other, an inverted one is turned back, an offset is removed. Then gives both what was chosen.</summary>
internal sealed class ChannelRepair(SoundProblems problems, Channels channels)
{
    private readonly OffsetFilter? _offset = problems.HasFlag(SoundProblems.Offset) ? new OffsetFilter() : null;

    /// <summary>How much of left and of right both sides get; null: each keeps its own.</summary>
    private readonly (float Left, float Right)? _shares =
        problems.HasFlag(SoundProblems.OneChannel) ? (1, 1)
        : channels switch
        {
            Channels.Mono => problems.HasFlag(SoundProblems.OppositePhase) ? (0.5f, -0.5f) : (0.5f, 0.5f),
            Channels.Left => (1, 0),
            Channels.Right => (0, 1),
            _ => null,
        };

    /// <summary>Changes the samples in place.</summary>
    public void Apply(Span<float> samples)
    {
        _offset?.Apply(samples);
        if (_shares is var (left, right))
        {
            for (var i = 0; i + 1 < samples.Length; i += 2)
            {
                samples[i] = samples[i + 1] = (left * samples[i]) + (right * samples[i + 1]);
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
