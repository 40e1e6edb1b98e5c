using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>Turns an encoded picture into an animated GIF with a palette of its own.</summary>
internal sealed class GifMaker(MediaProcesses processes)
{
    /// <summary>The palette is chosen for the whole picture, most of which is soft; a fixed pattern of dots hides its steps and does not flicker.</summary>
    private const string Filter = "[0:v]split[seen][drawn];[seen]palettegen=stats_mode=full[palette];[drawn][palette]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle";

    public async Task WriteAsync(Canvas canvas, string video, string target, CancellationToken cancellationToken)
    {
        using var pending = new PendingFile(Path.ChangeExtension(target, ".gif"));
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. Muxer.RateOf(canvas, video), "-i", FfmpegArguments.FileName(video),
            "-filter_complex", Filter, "-loop", "0", "-f", "gif", FfmpegArguments.FileName(pending.Path),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { Encodes = true };
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        File.Move(pending.Complete(), target, overwrite: true);
    }
}
