using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Heif;

/// <summary>Turns HEIC into JPEG: FFmpeg decodes the tiles as a video and lays them side by side.</summary>
internal sealed class HeifConverter(MediaProcesses processes)
{
    /// <summary>The container in the facts of a HEIC file.</summary>
    public const string Container = "heif";

    /// <summary>What the file holds.</summary>
    public static MediaFacts Describe(HeifPicture picture) => new(
        MediaKind.Image, Container, TimeSpan.Zero, picture.IsTurned ? picture.Height : picture.Width, picture.IsTurned ? picture.Width : picture.Height,
        HasAudio: false, HasVideo: false, HasCover: false, 0, null, "hevc");

    /// <summary>Writes the JPEG and gives its path.</summary>
    public async Task<string> ConvertAsync(string path, HeifPicture picture, string folder, CancellationToken cancellationToken)
    {
        using var stream = new PendingFile(Path.Combine(folder, "tiles.hevc"));
        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".jpg"));
        await File.WriteAllBytesAsync(stream.Path, picture.Stream, cancellationToken).ConfigureAwait(false);
        string[] filters =
        [
            $"tile={picture.Columns}x{picture.Rows}", $"crop={picture.Width}:{picture.Height}:0:0",
            .. picture.IsFullRange ? ["setparams=range=pc"] : (string[])[], .. picture.Filters, "scale=out_range=pc", "format=yuvj444p",
        ];
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. FfmpegArguments.Guard, "-f", "hevc", "-framerate", "25", "-i", FfmpegArguments.FileName(stream.Path),
            "-vf", string.Join(',', filters), "-frames:v", "1", "-q:v", "2", .. FfmpegArguments.Clean, FfmpegArguments.FileName(pending.Path),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ConvertTimeout);
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        return pending.Complete();
    }
}
