using NemoBot.Core.Media;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Decodes one picture through filters into a frame.</summary>
internal sealed class PictureLoader(MediaProcesses processes)
{
    /// <param name="path">The picture.</param>
    /// <param name="graph">From <c>[0:v:0]</c> to <c>[out]</c>.</param>
    /// <param name="frame">Overwritten.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ReadAsync(string path, string graph, Frame frame, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(path), "-filter_complex", $"{graph};[out]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[yuv]",
            "-map", "[yuv]", "-frames:v", "1", "-f", "rawvideo", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        await using var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var isWhole = await frame.ReadAsync(process.Output).ConfigureAwait(false);
        await process.WaitAsync().ConfigureAwait(false);
        if (!isWhole)
        {
            throw new MediaException(MediaProblem.Unreadable, "The picture gives no frame.");
        }
    }
}
