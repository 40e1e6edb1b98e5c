using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>Finds title, artist and cover of a project.</summary>
internal sealed class TagMaker(MediaProcesses processes)
{
    /// <param name="project">What is rendered.</param>
    /// <param name="folder">Where the cover goes, or is already.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<FileTags> MakeAsync(Project project, string folder, CancellationToken cancellationToken) =>
        new(FileTags.TitleOf(project), FileTags.ArtistOf(project), await TryWriteCoverAsync(project, folder, cancellationToken).ConfigureAwait(false));

    private static Asset? FindArt(Project project) =>
        ArtReader.ArtOf(project) ?? project.Clips.Select(c => c.Asset).FirstOrDefault(a => a.Facts is { HasCover: true, HasVideo: false });

    private async Task<string?> TryWriteCoverAsync(Project project, string folder, CancellationToken cancellationToken)
    {
        var cover = CoverPicture.PathIn(folder);
        if (FindArt(project) is not { } art)
        {
            return null;
        }

        if (art == ArtReader.ArtOf(project) && File.Exists(cover))
        {
            return cover;
        }

        string[] arguments = [.. FfmpegArguments.Start, .. FfmpegArguments.Input(art.Path), .. CoverPicture.Output(art, folder)];
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
