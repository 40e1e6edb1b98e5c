using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>Finds title, artist and cover of a project.</summary>
internal sealed class TagMaker(MediaProcesses processes)
{
    private const int LargestCover = 1000;

    /// <param name="project">What is rendered.</param>
    /// <param name="folder">Where the cover goes.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<FileTags> MakeAsync(Project project, string folder, CancellationToken cancellationToken) =>
        new(FileTags.TitleOf(project), FileTags.ArtistOf(project), await TryWriteCoverAsync(project, folder, cancellationToken).ConfigureAwait(false));

    private static Asset? FindArt(Project project) =>
        ArtReader.ArtOf(project) ?? project.Clips.Select(c => c.Asset).FirstOrDefault(a => a.Facts is { HasCover: true, HasVideo: false });

    private async Task<string?> TryWriteCoverAsync(Project project, string folder, CancellationToken cancellationToken)
    {
        if (FindArt(project) is not { } art)
        {
            return null;
        }

        var cover = Path.Combine(folder, "cover.jpg");
        var size = $"scale='min({LargestCover},iw)':'min({LargestCover},ih)':force_original_aspect_ratio=decrease";
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(art.Path), "-map", PictureInput.Map(art.Facts), "-frames:v", "1",
            "-vf", $"{PictureInput.Prepare(art.Facts)}{size},format=yuvj420p", "-q:v", "3", "-f", "image2", "-update", "1", FfmpegArguments.FileName(cover),
        ];
        try
        {
            await processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout), TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
            return File.Exists(cover) ? cover : null;
        }
        catch (MediaException)
        {
            // A file without a cover is still the file that was asked for.
            return null;
        }
    }
}
