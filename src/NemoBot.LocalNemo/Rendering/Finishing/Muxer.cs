using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>Puts picture, sound and tags into one MP4.</summary>
internal sealed class Muxer(MediaProcesses processes)
{
    public async Task WriteAsync(Canvas canvas, Parts parts, FileTags tags, string target, CancellationToken cancellationToken)
    {
        using var pending = new PendingFile(Path.ChangeExtension(target, ".mp4"));
        string[] cover = tags.Cover is { } picture ? ["-i", FfmpegArguments.FileName(picture)] : [];
        string[] shown = tags.Cover is null ? [] : ["-map", "2:v:0", "-disposition:v:1", "attached_pic"];
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. RateOf(canvas, parts.Video),
            "-i", FfmpegArguments.FileName(parts.Video), .. parts.Sound.Input, .. cover, "-map", "0:v:0", "-map", "1:a:0", .. shown, "-c", "copy", .. parts.Sound.Copy,
            .. FfmpegArguments.Clean, .. tags.Labels, "-movflags", "+faststart", FfmpegArguments.FileName(pending.Path),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout);
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        File.Move(pending.Complete(), target, overwrite: true);
    }

    /// <summary>A bare stream does not know its frame rate.</summary>
    public static IReadOnlyList<string> RateOf(Canvas canvas, string video) =>
        video.EndsWith(".h264", StringComparison.Ordinal) ? ["-framerate", FrameRates.Argument(canvas.FrameRate)] : [];
}
