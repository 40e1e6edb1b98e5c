using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Converting;

/// <summary>Turns files into the few formats that every backend takes.</summary>
internal sealed class MediaConverter(MediaProcesses processes)
{
    public async Task<string> ConvertAsync(
        string path, MediaFacts facts, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (extension, arguments) = facts.Kind switch
        {
            MediaKind.Audio => (".m4a", Sound(facts)),
            MediaKind.Video => (".mp4", Moving(facts)),
            MediaKind.Image => (IsPhoto(facts) ? ".jpg" : ".png", Still()),
            _ => throw new MediaException(MediaProblem.Unreadable, $"{facts.Kind} cannot be converted."),
        };
        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + extension));
        var command = new MediaCommand(
            MediaTool.Ffmpeg,
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. FfmpegArguments.Input(path), .. arguments,
                .. FfmpegArguments.Clean, FfmpegArguments.FileName(pending.Path),
            ],
            processes.Options.ConvertTimeout);
        await processes.RunAsync(command, facts.Duration, progress, cancellationToken).ConfigureAwait(false);
        return pending.Complete();
    }

    private static string[] Sound(MediaFacts facts)
    {
        // The cover stays: it may become the background. MP4 holds JPEG and PNG covers only.
        string[] cover = facts.HasCover ? ["-map", "0:v:0", "-c:v", "mjpeg", "-q:v", "3", "-disposition:v:0", "attached_pic"] : [];
        return ["-map", "0:a:0", .. cover, "-c:a", "aac", "-b:a", "192k", "-ac", "2", "-movflags", "+faststart"];
    }

    private static string[] Moving(MediaFacts facts)
    {
        var (width, height) = VideoScale.Shrink(facts.Width, facts.Height, Math.Min(facts.Width, facts.Height));
        return
        [
            "-map", "0:V:0", "-map", "0:a:0?", "-vf", $"scale={width}:{height}:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", .. FfmpegArguments.Bt709,
            "-c:a", "aac", "-b:a", "160k", "-ac", "2", "-movflags", "+faststart",
        ];
    }

    private static bool IsPhoto(MediaFacts facts) => facts.VideoCodec is "mjpeg" or "jpegxl" or "hevc" or "av1";

    private static string[] Still() => ["-map", "0:v:0", "-frames:v", "1", "-q:v", "2"];
}
