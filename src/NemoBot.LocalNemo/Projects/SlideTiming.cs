namespace NemoBot.LocalNemo.Projects;

/// <summary>How slides were timed.</summary>
internal sealed record SlideTiming
{
    private SlideTiming(SlidePace pace, TimeSpan length, int beats) => (Pace, Length, Beats) = (pace, length, beats);

    /// <summary>All slides equally long, filling the video.</summary>
    public static SlideTiming Even { get; } = new(SlidePace.Even, TimeSpan.Zero, 0);

    /// <summary>What decides.</summary>
    public SlidePace Pace { get; }

    /// <summary>Time of each slide, for <see cref="SlidePace.Every"/>.</summary>
    public TimeSpan Length { get; }

    /// <summary>Beats of each slide, for <see cref="SlidePace.OnBeats"/>.</summary>
    public int Beats { get; }

    /// <summary>A fixed time each.</summary>
    public static SlideTiming Every(TimeSpan length) => new(SlidePace.Every, length, 0);

    /// <summary>A number of beats each.</summary>
    public static SlideTiming OnBeats(int beats) => new(SlidePace.OnBeats, TimeSpan.Zero, beats);
}
