namespace NemoBot.LocalNemo.Sound;

/// <summary>What was heard in a recording. All times are positions in the asset.</summary>
internal sealed record MusicAnalysis
{
    /// <summary>Values of <see cref="Energy"/> and <see cref="Brightness"/> per second.</summary>
    public const int CurveRate = 10;

    /// <summary>Beats per minute of the longest part with a steady beat; 0: there is no beat.</summary>
    public double Tempo { get; init; }

    /// <summary>How much the sound follows its beat, 0 to 1.</summary>
    public double BeatConfidence { get; init; }

    /// <summary>The beats in order.</summary>
    public IReadOnlyList<TimeSpan> Beats { get; init; } = [];

    /// <summary>The first beats of the bars.</summary>
    public IReadOnlyList<TimeSpan> Downbeats { get; init; } = [];

    /// <summary>Hits of the bass drum or of the bass.</summary>
    public IReadOnlyList<TimeSpan> Kicks { get; init; } = [];

    /// <summary>Sections without gaps; one section if nothing changes.</summary>
    public IReadOnlyList<MusicSection> Sections { get; init; } = [];

    /// <summary>Level over time, 0 to 1 against the loudest moment, <see cref="CurveRate"/> values a second.</summary>
    public IReadOnlyList<float> Energy { get; init; } = [];

    /// <summary>Spectral center of the energy over time, 0 (bass) to 1 (treble), <see cref="CurveRate"/> values a second.</summary>
    public IReadOnlyList<float> Brightness { get; init; } = [];

    /// <summary>Somebody speaks; false for music.</summary>
    public bool IsSpeech { get; init; }
}
