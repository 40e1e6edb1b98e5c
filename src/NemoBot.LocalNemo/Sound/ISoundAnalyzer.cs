using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound;

/// <summary>Measures the sound of assets. Each asset is decoded once; results are cached.</summary>
internal interface ISoundAnalyzer
{
    /// <summary>Silent parts, in order, with the padding left out.</summary>
    Task<IReadOnlyList<TimeRange>> FindSilencesAsync(Asset asset, SilenceOptions options, CancellationToken cancellationToken);

    /// <summary>Tempo, beats, sections, and whether it is speech.</summary>
    Task<MusicAnalysis> AnalyzeMusicAsync(Asset asset, CancellationToken cancellationToken);

    /// <summary>The level of every 10 ms, in dB of full scale.</summary>
    Task<IReadOnlyList<float>> ReadLevelsAsync(Asset asset, CancellationToken cancellationToken);

    /// <summary>Loudness and faults of the recording.</summary>
    Task<LoudnessReport> MeasureLoudnessAsync(Asset asset, CancellationToken cancellationToken);

    /// <summary>Samples of both channels in turn, of a short asset that was decoded a moment ago; null: decode it.</summary>
    float[]? Recall(Asset asset);
}
