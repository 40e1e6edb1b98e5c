using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.LocalNemo.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Staging;

/// <summary>Finds colors as a render does.</summary>
internal sealed class ShownColors(MediaProcesses processes, ISoundAnalyzer analyzer) : IShownColors
{
    /// <inheritdoc/>
    public Task<string> OfVisualAsync(Project project, CancellationToken cancellationToken) => InFolderAsync(async folder =>
        (await new StageBuilder(processes, analyzer, TurnedPictures.Apply(project), folder).FindInkAsync(cancellationToken).ConfigureAwait(false)).First.ToString());

    /// <inheritdoc/>
    public async Task<string?> OfPictureAsync(Project project, CancellationToken cancellationToken) => ArtReader.ArtOf(project) is null ? null
        : await InFolderAsync(async folder =>
            (await new ArtReader(processes, folder).ReadAsync(project with { Output = new Output { Format = OutputFormat.Gif } }, cancellationToken).ConfigureAwait(false)).Accent.ToString())
            .ConfigureAwait(false);

    private static async Task<string> InFolderAsync(Func<string, Task<string>> find)
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-colors-").FullName;
        try
        {
            return await find(folder).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
