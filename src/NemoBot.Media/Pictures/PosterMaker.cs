using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Pictures;

/// <summary>Takes one frame out of a video: small, and not a black one.</summary>
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

    /// <returns>False if there is no frame to be had.</returns>
    public async Task<bool> TryWriteAsync(string path, TimeSpan duration, string target, int maxSide, CancellationToken cancellationToken)
    {
        using var pending = new PendingFile(Path.ChangeExtension(target, ".jpg"));
        try
        {
            await WriteAsync(path, duration, pending.Path, maxSide, cancellationToken).ConfigureAwait(false);
        }
        catch (MediaException)
        {
            return false;
        }

        File.Move(pending.Complete(), target, overwrite: true);
        return true;
    }

    /// <summary>Usually the first place is bright and the first quality small enough: then one process does it all.</summary>
    private async Task WriteAsync(string path, TimeSpan duration, string target, int maxSide, CancellationToken cancellationToken)
    {
        var (best, bestBrightness, written) = (TimeSpan.Zero, -1.0, TimeSpan.MinValue);
        foreach (var at in Places.Select(p => p * duration))
        {
            var frame = await TakeAsync(path, at, target, maxSide, Attempts[0].Quality, cancellationToken).ConfigureAwait(false);
            if (frame.Length == 0)
            {
                continue;
            }

            written = at;
            var mean = frame.Average(p => (double)p);
            (best, bestBrightness) = mean > bestBrightness ? (at, mean) : (best, bestBrightness);
            if (mean >= LeastBrightness && frame.Average(p => Math.Abs(p - mean)) >= LeastSpread)
            {
                best = at;
                break;
            }
        }

        var first = written == best ? 1 : 0;
        for (var i = first; i < Attempts.Length && (i == 0 || new FileInfo(target) is not { Exists: true, Length: <= MostBytes }); i++)
        {
            await TakeAsync(path, best, target, (int)(maxSide * Attempts[i].Share), Attempts[i].Quality, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the frame as a JPEG, and gives it as a tiny grey picture for judging it; empty if there is none at that time.</summary>
    private Task<byte[]> TakeAsync(string path, TimeSpan at, string target, int maxSide, int quality, CancellationToken cancellationToken)
    {
        var side = Math.Max(16, maxSide);
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-ss", FfmpegArguments.Seconds(at), .. FfmpegArguments.Input(path),
            "-map", "0:V:0", "-frames:v", "1",
            "-vf", $"scale='if(gte(iw,ih),min({side},iw),-2)':'if(gte(iw,ih),-2,min({side},ih))':out_range=pc,format=yuvj420p",
            "-f", "mjpeg", "-q:v", $"{quality}", FfmpegArguments.FileName(target),
            "-map", "0:V:0", "-frames:v", "1", "-vf", $"scale={Sample}:{Sample},format=gray", "-f", "rawvideo", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        return processes.ReadAsync(command, Sample * Sample * 4, cancellationToken);
    }
}
