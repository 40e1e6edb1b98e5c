using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>Reads what the headers of a file say.</summary>
internal sealed class HeaderReader(MediaProcesses processes)
{
    private const int MostReport = 4 * 1024 * 1024;

    /// <param name="input">The input as arguments, with what guards it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<ProbeResult> ReadAsync(IReadOnlyList<string> input, CancellationToken cancellationToken)
    {
        string[] arguments = ["-hide_banner", "-loglevel", "error", "-print_format", "json", "-show_format", "-show_streams", .. input];
        var command = new MediaCommand(MediaTool.Ffprobe, arguments, processes.Options.ProbeTimeout);
        var report = await processes.ReadAsync(command, MostReport, cancellationToken).ConfigureAwait(false);
        var result = ProbeReport.Read(report, PictureSize.MostPixels);
        var pixels = (long)result.Facts.Width * result.Facts.Height;
        return pixels <= (result.Facts.HasVideo ? FfmpegArguments.MostMovingPixels : PictureSize.MostPixels)
            ? result
            : throw new MediaException(MediaProblem.TooManyPixels, $"{result.Facts.Width}x{result.Facts.Height} pixels are too many.");
    }

    /// <summary>Reads a whole file.</summary>
    public Task<ProbeResult> ReadAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync([.. FfmpegArguments.Guard, .. StillFormat.Of(path), "-i", FfmpegArguments.FileName(path)], cancellationToken);
}
