using NemoBot.Media.Processes;
using NemoBot.Media.Subtitles;

namespace NemoBot.Media.Pictures;

/// <summary>Draws an ASS script as one picture.</summary>
internal sealed class AssPicture(MediaProcesses processes)
{
    private const string Script = "picture.ass";

    public async Task WriteAsync(AssScript script, int width, int height, string color, string target, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("nemobot-picture-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(work.FullName, Script), script.ToString(), cancellationToken).ConfigureAwait(false);
            using var pending = new PendingFile(target);
            string[] arguments =
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, "-f", "lavfi", "-i", $"color=c=0x{color.TrimStart('#')}:s={width}x{height}:r=1,format=rgb24",
                "-frames:v", "1", "-vf", $"subtitles=f={Script}", "-f", "image2", "-update", "1", "-c:v", "png", FfmpegArguments.FileName(pending.Path),
            ];
            var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout) { WorkingFolder = work.FullName };
            await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
            pending.Complete();
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
