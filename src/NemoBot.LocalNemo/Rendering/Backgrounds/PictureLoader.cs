using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Decodes one picture through filters into a frame.</summary>
internal sealed class PictureLoader(MediaProcesses processes)
{
    /// <param name="asset">A still, or sound with a cover.</param>
    /// <param name="look">Its tone.</param>
    /// <param name="graph">From <c>[picture]</c> to <c>[out]</c>.</param>
    /// <param name="frame">Overwritten.</param>
    /// <param name="outputs">FFmpeg's arguments for what else is made of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ReadAsync(Asset asset, PictureLook look, string graph, Frame frame, IReadOnlyList<string> outputs, CancellationToken cancellationToken)
    {
        var source = $"[{PictureInput.Map(asset.Facts)}]{PictureInput.Prepare(asset.Facts)}{ToneFilter.DescribeStill(look)}null[picture]";
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(asset.Path), "-filter_complex", $"{source};{graph};[out]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[yuv]",
            "-map", "[yuv]", "-frames:v", "1", "-f", "rawvideo", "pipe:1", .. outputs,
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
