using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Fetches files before captions are made from them.</summary>
internal sealed class FetchingCaptions(ICaptionTools tools, FileCache cache) : ICaptionTools
{
    /// <inheritdoc/>
    public async Task<CaptionResult> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await tools.TranscribeAsync(asset, language, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CaptionResult> ReadAsync(Asset asset, TimeSpan total, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync([asset], cancellationToken);
        return await tools.ReadAsync(asset, total, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CaptionResult> ReadTextAsync(string text, TimeSpan total, CancellationToken cancellationToken) => tools.ReadTextAsync(text, total, cancellationToken);
}
