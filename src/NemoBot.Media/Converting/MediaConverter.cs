using NemoBot.Core.Media;
using NemoBot.Media.Heif;
using NemoBot.Media.Inputs;
using NemoBot.Media.Probing;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Converting;

/// <summary>Turns files into the few formats that every backend takes.</summary>
internal sealed class MediaConverter(MediaProcesses processes)
{
    /// <summary>What is larger than 4K becomes 4K: no video is made larger, and encoding 8K takes gigabytes.</summary>
    private const int MostLines = 2160;

    public async Task<string> ConvertAsync(
        string path, MediaFacts facts, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (facts.Container == HeifConverter.Container && await HeifReader.TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } picture)
        {
            return await new HeifConverter(processes).ConvertAsync(path, picture, folder, cancellationToken).ConfigureAwait(false);
        }

        var joined = facts.IsJoined ? await JoinedFile.ReadAsync(new HeaderReader(processes), path, facts, cancellationToken).ConfigureAwait(false) : null;
        var (extension, arguments) = facts.Kind switch
        {
            MediaKind.Audio => (".m4a", Sound(facts, joined?.Sound ?? SoundInput.Arguments(facts))),
            MediaKind.Video => (".mp4", Moving(facts, joined)),
            MediaKind.Image => (IsPhoto(facts) ? ".jpg" : ".png", Still(facts)),
            _ => throw new MediaException(MediaProblem.Unreadable, $"{facts.Kind} cannot be converted."),
        };
        using var pending = new PendingFile(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + extension));
        var command = new MediaCommand(
            MediaTool.Ffmpeg,
            [
                .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. Decoding(facts), .. joined?.Inputs ?? FfmpegArguments.Input(path), .. arguments,
                .. FfmpegArguments.Clean, FfmpegArguments.FileName(pending.Path),
            ],
            processes.Options.ConvertTimeout)
        { Encodes = facts.Kind == MediaKind.Video };
        await processes.RunAsync(command, facts.Duration, progress, cancellationToken).ConfigureAwait(false);
        return pending.Complete();
    }

    // OpenEXR holds light, which is far too dark on a screen.
    private static string[] Decoding(MediaFacts facts) => facts.VideoCodec == "exr" ? ["-apply_trc", "iec61966_2_1"] : [];

    private static string[] Sound(MediaFacts facts, IReadOnlyList<string> sound)
    {
        // The cover stays: it may become the background. MP4 holds JPEG and PNG covers only.
        string[] cover = facts.HasCover ? ["-map", PictureInput.Map(facts), "-c:v", "mjpeg", "-q:v", "3", "-disposition:v:0", "attached_pic"] : [];
        return [.. sound, .. cover, "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"];
    }

    private static string[] Moving(MediaFacts facts, JoinedFile? joined)
    {
        var (width, height) = VideoScale.Shrink(facts.Width, facts.Height, Math.Min(MostLines, Math.Min(facts.Width, facts.Height)));
        var streams = joined?.Moving(width, height) ?? [
            "-map", PictureInput.Map(facts), "-vf", PictureInput.Prepare(facts) + PictureInput.Fit(facts, width, height),
            .. facts.HasAudio ? SoundInput.Arguments(facts) : ["-an"],
        ];
        return
        [
            .. streams, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", .. FfmpegArguments.Bt709, "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart",
        ];
    }

    private static bool IsPhoto(MediaFacts facts) => facts.VideoCodec is "mjpeg" or "jpegxl" or "hevc" or "av1";

    private static string[] Still(MediaFacts facts)
    {
        var filters = (PictureInput.Prepare(facts) + (facts.Color is { IsHdr: true } color ? PictureInput.ToneMap(color) : "")).TrimEnd(',');
        return ["-map", PictureInput.Map(facts), .. filters.Length > 0 ? ["-vf", filters] : (string[])[], "-frames:v", "1", "-q:v", "2"];
    }
}
