using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Pictures;

/// <summary>Takes one frame out of a video.</summary>
internal sealed class PosterMaker(MediaProcesses processes)
{
    private const long MostBytes = 200_000;
    private const int Sample = 32;

    /// <summary>Mean brightness (0 to 255) and spread that a frame must have to be worth showing.</summary>
    private const double LeastBrightness = 24;
    private const double LeastSpread = 4;

    /// <summary>JPEG quality (2 best, 31 worst) and part of the wanted size; noise stays large at any quality.</summary>
    private static readonly (int Quality, double Share)[] Attempts = [(3, 1), (7, 1), (14, 1), (14, 0.6), (24, 0.3), (31, 0.1)];
    private static readonly double[] Places = [0.1, 0.3, 0.5, 0.7, 0.9];

    public async Task WriteAsync(string path, MediaFacts facts, string target, int maxSide, CancellationToken cancellationToken)
    {
        var at = facts.HasVideo ? await FindBrightAsync(path, facts.Duration, cancellationToken).ConfigureAwait(false) : TimeSpan.Zero;
        using var pending = new PendingFile(Path.ChangeExtension(target, ".jpg"));
        foreach (var (quality, share) in Attempts)
        {
            var side = Math.Max(16, (int)(maxSide * share));
            string[] arguments =
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, "-ss", FfmpegArguments.Seconds(at), .. FfmpegArguments.Input(path),
                "-map", "0:v:0", "-frames:v", "1",
                "-vf", $"scale='if(gte(iw,ih),min({side},iw),-2)':'if(gte(iw,ih),-2,min({side},ih))':out_range=pc,format=yuvj420p",
                "-f", "mjpeg", "-q:v", $"{quality}", FfmpegArguments.FileName(pending.Path),
            ];
            var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
            await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
            if (File.Exists(pending.Path) && new FileInfo(pending.Path).Length <= MostBytes)
            {
                break;
            }
        }

        File.Move(pending.Complete(), target, overwrite: true);
    }

    private async Task<TimeSpan> FindBrightAsync(string path, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (best, bestBrightness) = (TimeSpan.Zero, -1.0);
        foreach (var place in Places)
        {
            var at = place * duration;
            var frame = await SampleAsync(path, at, cancellationToken).ConfigureAwait(false);
            if (frame.Length == 0)
            {
                continue;
            }

            var mean = frame.Average(p => (double)p);
            if (mean >= LeastBrightness && frame.Average(p => Math.Abs(p - mean)) >= LeastSpread)
            {
                return at;
            }

            (best, bestBrightness) = mean > bestBrightness ? (at, mean) : (best, bestBrightness);
        }

        return best;
    }

    private Task<byte[]> SampleAsync(string path, TimeSpan at, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-ss", FfmpegArguments.Seconds(at), .. FfmpegArguments.Input(path), "-map", "0:V:0", "-frames:v", "1",
            "-vf", $"scale={Sample}:{Sample},format=gray", "-f", "rawvideo", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        return processes.ReadAsync(command, Sample * Sample * 4, cancellationToken);
    }
}
