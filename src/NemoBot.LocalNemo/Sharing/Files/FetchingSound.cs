using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Fetches files before they are listened to.</summary>
internal sealed class FetchingSound(ISoundAnalyzer analyzer, FileCache cache) : ISoundAnalyzer
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimeRange>> FindSilencesAsync(Asset asset, SilenceOptions options, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await analyzer.FindSilencesAsync(asset, options, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<MusicAnalysis> AnalyzeMusicAsync(Asset asset, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await analyzer.AnalyzeMusicAsync(asset, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<float>> ReadLevelsAsync(Asset asset, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await analyzer.ReadLevelsAsync(asset, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<LoudnessReport> MeasureLoudnessAsync(Asset asset, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await analyzer.MeasureLoudnessAsync(asset, cancellationToken);
    }

    /// <inheritdoc/>
    public float[]? Recall(Asset asset) => analyzer.Recall(asset);
}
