using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Probing;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Converting;

/// <summary>Re-encodes sound to a size.</summary>
internal sealed class SoundCompressor(MediaProcesses processes)
{
    private const int Most = 192_000;
    private const int MonoBelow = 64_000;

    /// <summary>A cover is worth its bytes where there are many of them.</summary>
    private const long CoverFrom = 1_000_000;
    private const int CoverBytes = 100_000;

    /// <summary>Below this speech gets hard to follow.</summary>
    private const int Least = 24_000;

    public async Task<string?> CompressAsync(
        string path, MediaFacts facts, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length <= maxBytes)
        {
            return Path.GetFullPath(path);
        }

        var joined = facts.IsJoined ? await JoinedFile.ReadAsync(new HeaderReader(processes), path, facts, cancellationToken).ConfigureAwait(false) : null;
        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".small.m4a"));
        var hasCover = facts.HasCover && maxBytes >= CoverFrom;
        bool? isOpposite = null;
        foreach (var share in (double[])[0.94, 0.8])
        {
            var bitrate = (int)Math.Min(Most, (maxBytes - (hasCover ? CoverBytes : 0)) * 8 * share / Math.Max(0.1, facts.Duration.TotalSeconds));
            if (bitrate < Least)
            {
                return null;
            }

            isOpposite ??= joined is null && bitrate < MonoBelow && await new PhaseCheck(processes).IsOppositeAsync(path, facts, cancellationToken).ConfigureAwait(false);
            string[] arguments =
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. joined?.Inputs ?? FfmpegArguments.Input(path), .. Channels(facts, joined, bitrate < MonoBelow, isOpposite.Value),
                .. hasCover ? Cover(facts) : [], "-c:a", "aac", "-b:a", $"{bitrate}", .. FfmpegArguments.Clean, "-movflags", "+faststart",
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

    private static string[] Channels(MediaFacts facts, JoinedFile? joined, bool isMono, bool isOpposite) =>
        joined is not null ? [.. joined.Sound, .. isMono ? ["-ac", "1"] : (string[])[]]
        : !isMono ? [.. SoundInput.Arguments(facts)]
        : isOpposite ? ["-map", SoundInput.Map(facts), "-af", "pan=mono|c0=0.5*c0-0.5*c1,aresample=48000:async=1"]
        : [.. SoundInput.Arguments(facts), "-ac", "1"];

    private static string[] Cover(MediaFacts facts) =>
    [
        "-map", PictureInput.Map(facts), "-vf", "scale=w='min(600,iw)':h='min(600,ih)':force_original_aspect_ratio=decrease",
        "-c:v", "mjpeg", "-q:v", "4", "-disposition:v:0", "attached_pic",
    ];
}
