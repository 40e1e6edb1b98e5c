using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Converting;

/// <summary>Re-encodes sound to a size.</summary>
internal sealed class SoundCompressor(MediaProcesses processes)
{
    private const int Most = 192_000;
    private const int MonoBelow = 64_000;

    /// <summary>Below this speech gets hard to follow.</summary>
    private const int Least = 24_000;

    public async Task<string?> CompressAsync(
        string path, MediaFacts facts, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length <= maxBytes)
        {
            return Path.GetFullPath(path);
        }

        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".small.m4a"));
        foreach (var share in (double[])[0.94, 0.8])
        {
            var bitrate = (int)Math.Min(Most, maxBytes * 8 * share / Math.Max(0.1, facts.Duration.TotalSeconds));
            if (bitrate < Least)
            {
                return null;
            }

            string[] arguments =
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. FfmpegArguments.Input(path), .. SoundInput.Arguments(facts), "-c:a", "aac",
                "-b:a", $"{bitrate}", "-ac", bitrate < MonoBelow ? "1" : "2", .. FfmpegArguments.Clean, "-movflags", "+faststart",
                FfmpegArguments.FileName(pending.Path),
            ];
            var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ConvertTimeout);
            await processes.RunAsync(command, facts.Duration, progress, cancellationToken).ConfigureAwait(false);
            if (new FileInfo(pending.Path).Length <= maxBytes)
            {
                return pending.Complete();
            }
        }

        return null;
    }
}
