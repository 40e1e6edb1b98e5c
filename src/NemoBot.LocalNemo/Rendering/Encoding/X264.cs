using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Encoding;

/// <summary>Arguments for the encoder.</summary>
internal static class X264
{
    /// <summary>Seconds between the places from which a player can start.</summary>
    private const int KeySeconds = 2;

    /// <summary>Kilobits a second: with the sound and what is saved for cuts, the first minute stays below 8 MB.</summary>
    private const int MostDrawn = 800;

    /// <summary>What calm stretches leave for cuts and kicks, in seconds of the rate.</summary>
    private const int SavedSeconds = 4;

    /// <summary>
    /// On drawn scenes these take two thirds of the time of the preset with the same search, at the same size and likeness: soft pictures
    /// have no edges for small partitions, and B-frames fit everywhere. The whole picture gets brighter with a kick and fades until the next:
    /// weighted prediction, which has to look a few pictures ahead, says so in a few bytes, where each block would need its own. The
    /// quantizer still adapts to each block: without that soft slopes break into blocks, which likeness does not show. Where blocks are left,
    /// the strongest deblocking that photos bear makes them slopes again.
    /// </summary>
    private const string Quick =
        "subme=1:me=dia:trellis=0:partitions=none:8x8dct=0:b-adapt=0:weightp=1:psy=0:rc-lookahead=10:mbtree=0:scenecut=40:deblock=3,3";

    /// <summary>
    /// A camera that moves slowly over photos needs no small blocks, and more B-frames fit between two pictures than the preset takes: a
    /// quarter fewer bytes in little more than half of the time at the same likeness.
    /// </summary>
    private const string Steady = "subme=1:me=dia:trellis=0:partitions=none:weightp=0:bframes=5:b-adapt=0";

    /// <summary>An MP4 whose index is written with every key picture: it does not grow in memory.</summary>
    public static IReadOnlyList<string> Fragments { get; } = ["-f", "mp4", "-movflags", "+empty_moov+delay_moov+frag_keyframe"];

    /// <summary>Raw pictures on standard input.</summary>
    public static IReadOnlyList<string> RawInput(int width, int height, double frameRate) =>
        ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{width}x{height}", "-framerate", FrameRates.Argument(frameRate), "-i", "pipe:0"];

    /// <summary>For what a project shows.</summary>
    /// <param name="project">What is shown.</param>
    /// <param name="threads">Of the encoder.</param>
    /// <param name="most">Bits per second that may not be exceeded over the whole; 0: as many as it takes.</param>
    public static IReadOnlyList<string> For(Project project, int threads, int most = 0) => Describe(
        project.Canvas, threads, [.. project.Scene is not null ? Drawn : ShowsVideo(project) ? ["-crf", "22"] : ["-crf", "24", "-x264-params", Steady], .. Bound(project, most)]);

    /// <summary>A quality with a ceiling: simple pictures stay far below it instead of being blown up to the limit.</summary>
    private static IReadOnlyList<string> Bound(Project project, int most) =>
        most == 0 || (project.Scene is not null && most > MostDrawn * 1000) ? [] : ["-maxrate", $"{most}", "-bufsize", $"{(int)(most * SizePlan.AheadOf(project.Duration))}"];

    /// <summary>For drawn scenes, which are soft and move everywhere. The rate has a limit, so that a song of five minutes stays below 40 MB.</summary>
    private static IReadOnlyList<string> Drawn { get; } =
        ["-crf", "26", "-maxrate", $"{MostDrawn}k", "-bufsize", $"{SavedSeconds * MostDrawn}k", "-x264-params", Quick];

    private static bool ShowsVideo(Project project) => project.Slides.Count > 0
        ? project.Slides.Any(s => s.Asset.Facts.HasVideo)
        : project.Background is { Kind: BackgroundKind.Video } or { Asset.Facts.HasVideo: true };

    private static IReadOnlyList<string> Describe(Canvas canvas, int threads, IReadOnlyList<string> quality) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", .. quality, "-g", $"{FrameRates.In(KeySeconds, canvas.FrameRate)}", "-threads", $"{threads}", .. FfmpegArguments.Bt709,
    ];
}
