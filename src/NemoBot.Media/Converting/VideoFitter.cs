using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Probing;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Converting;

/// <summary>Re-encodes a video to a size.</summary>
internal sealed class VideoFitter(MediaProcesses processes)
{
    private const int Attempts = 2;

    public async Task<FitResult?> FitAsync(
        string path, MediaFacts facts, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var size = new FileInfo(path).Length;
        if (size <= maxBytes)
        {
            return new FitResult(Path.GetFullPath(path), size, facts.Width, facts.Height, facts.FrameRate, 0);
        }

        var plan = FitPlan.Find(facts, size, maxBytes);
        var joined = facts.IsJoined ? await JoinedFile.ReadAsync(new HeaderReader(processes), path, facts, cancellationToken).ConfigureAwait(false) : null;
        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".fit.mp4"));
        for (var attempt = 0; plan is not null && attempt < Attempts; attempt++)
        {
            var command = new MediaCommand(MediaTool.Ffmpeg, Describe(path, facts, joined, plan, pending.Path), processes.Options.ConvertTimeout) { Encodes = true };
            await processes.RunAsync(command, facts.Duration, progress, cancellationToken).ConfigureAwait(false);
            var made = new FileInfo(pending.Path).Length;
            if (made <= maxBytes)
            {
                return new FitResult(pending.Complete(), made, plan.Width, plan.Height, plan.FrameRate, plan.AudioBitrate);
            }

            plan = plan.Tighter(made, maxBytes, facts.Duration.TotalSeconds);
        }

        return null;
    }

    private static string[] Describe(string path, MediaFacts facts, JoinedFile? joined, FitPlan plan, string target)
    {
        var rate = FfmpegArguments.Number(plan.FrameRate);
        var streams = joined is not null ? [.. joined.Moving(plan.Width, plan.Height), "-r", rate] : (string[])[
            "-map", PictureInput.Map(facts), "-vf", $"fps={rate},{PictureInput.Prepare(facts)}{PictureInput.Fit(facts, plan.Width, plan.Height)}",
            .. plan.AudioBitrate > 0 ? SoundInput.Arguments(facts) : ["-an"],
        ];
        string[] sound = plan.AudioBitrate == 0 ? [] : ["-c:a", "aac", "-b:a", $"{plan.AudioBitrate}", "-ac", plan.AudioBitrate > 64_000 ? "2" : "1"];

        // A quality with a ceiling: simple pictures stay far below the ceiling instead of being blown up to the limit.
        return
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. joined?.Inputs ?? FfmpegArguments.Input(path), .. streams,
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "24",
            "-maxrate", $"{plan.VideoBitrate}", "-bufsize", $"{plan.VideoBitrate * 2L}", .. FfmpegArguments.Bt709,
            .. sound, .. FfmpegArguments.Clean, "-movflags", "+faststart", FfmpegArguments.FileName(target),
        ];
    }
}
