using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Fetches the files of a project before its colors are looked for.</summary>
internal sealed class FetchingColors(IShownColors colors, FileCache cache) : IShownColors
{
    /// <inheritdoc/>
    public async Task<string> OfVisualAsync(Project project, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync(FileUse.FilesOf(project), cancellationToken);
        return await colors.OfVisualAsync(project, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> OfPictureAsync(Project project, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync(FileUse.FilesOf(project), cancellationToken);
        return await colors.OfPictureAsync(project, cancellationToken);
    }
}
