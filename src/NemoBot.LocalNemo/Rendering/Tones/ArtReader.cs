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
        return art is null ? ArtPalette.Of(project.Background) : await DecodeAsync(art, project, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The picture that gives a project its colors; null if there is none.</summary>
    public static Asset? ArtOf(Project project) =>
        project.Background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset: { } asset } && asset.Facts.Width > 0 ? asset
        : project.Slides.Count > 0 ? project.Slides[0].Asset
        : null;

    /// <summary>FFmpeg's arguments for outputs that look at the art, the first input: its colors to a file or a pipe, and the cover.</summary>
    public IReadOnlyList<string> Outputs(Asset art, Project project, string target) =>
    [
        "-map", PictureInput.Map(art.Facts), "-frames:v", "1", "-vf", $"scale={Side}:{Side}:flags=area,{ToneFilter.DescribeStill(project.Background.Look)}format=rgba",
        "-f", "rawvideo", target, .. project.Output.Format == OutputFormat.Mp4 ? CoverPicture.Output(art, folder) : [],
    ];

    /// <summary>The palette of what <see cref="Outputs"/> gave.</summary>
    public static ArtPalette Judge(byte[] pixels) =>
        pixels.Length == Side * Side * 4 ? ArtPalette.Of(pixels) : throw new MediaException(MediaProblem.Unreadable, "The picture gives no frame.");

    private async Task<ArtPalette> DecodeAsync(Asset asset, Project project, CancellationToken cancellationToken)
    {
        string[] arguments = [.. FfmpegArguments.Start, .. FfmpegArguments.Input(asset.Path), .. Outputs(asset, project, "pipe:1")];
        return Judge(await processes.ReadAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout), Side * Side * 4, cancellationToken).ConfigureAwait(false));
    }
}
