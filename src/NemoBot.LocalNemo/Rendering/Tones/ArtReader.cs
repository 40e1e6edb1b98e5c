using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Tones;

/// <summary>Looks at the art of a project once, small, and leaves it as the cover: decoding a large picture again takes longer than that.</summary>
internal sealed class ArtReader(MediaProcesses processes, string folder)
{
    private const int Side = 48;

    /// <summary>The palette of the art if there is any, otherwise of the background's colors.</summary>
    public async Task<ArtPalette> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        var art = ArtOf(project);
        return art is null ? ArtPalette.Of(project.Background) : ArtPalette.Of(await DecodeAsync(art, project, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The picture that gives a project its colors; null if there is none.</summary>
    public static Asset? ArtOf(Project project) =>
        project.Background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset: { } asset } && asset.Facts.Width > 0 ? asset
        : project.Slides.Count > 0 ? project.Slides[0].Asset
        : null;

    private async Task<byte[]> DecodeAsync(Asset asset, Project project, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(asset.Path), "-map", PictureInput.Map(asset.Facts), "-frames:v", "1", "-vf", $"scale={Side}:{Side}:flags=area,{ToneFilter.DescribeStill(project.Background.Look)}format=rgba",
            "-f", "rawvideo", "pipe:1", .. project.Output.Format == OutputFormat.Mp4 ? CoverPicture.Output(asset, folder) : [],
        ];
        var pixels = await processes.ReadAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout), Side * Side * 4, cancellationToken).ConfigureAwait(false);
        return pixels.Length == Side * Side * 4 ? pixels : throw new MediaException(MediaProblem.Unreadable, "The picture gives no frame.");
    }
}
