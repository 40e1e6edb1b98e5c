using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Fetches the files of a project before it is rendered.</summary>
internal sealed class FetchingRenderer(IProjectRenderer renderer, FileCache cache) : IProjectRenderer
{
    /// <inheritdoc/>
    public async Task<RenderResult> RenderAsync(
        Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var hold = await cache.HoldAsync(FileUse.FilesOf(project), cancellationToken);
        return await renderer.RenderAsync(project, workFolder, target, progress, cancellationToken);
    }
}
