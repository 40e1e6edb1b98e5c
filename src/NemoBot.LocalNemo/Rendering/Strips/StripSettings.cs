using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>How strips are encoded. All strips of a video share these, or their slices would not fit together.</summary>
internal static class StripSettings
{
    /// <summary>
    /// A fixed quality, so that all slices share their parameter sets. Key pictures carry everything that does not move and get much better
    /// quality (24); bars and lines pass too quickly for anyone to count their bits.
    /// </summary>
    private const int Quality = 29;

    /// <summary>One reference, no B-frames, no looking ahead, one slice a picture.</summary>
    private const string Lean =
        "ipratio=1.8:ref=1:bframes=0:weightp=0:rc-lookahead=0:sync-lookahead=0:scenecut=0:mbtree=0:aq-mode=0:trellis=0:psy=0:me=dia:merange=4:mvrange=32"
        + ":subme=1:partitions=i4x4,i8x8:8x8dct=1:sliced-threads=0:slices=1:aud=0:stitchable=1";

    /// <summary>Every key picture holds the whole still background again: more of them would cost more than all that moves.</summary>
    private const int KeySeconds = 10;

    public static string[] Describe(int width, Rows rows, double frameRate, int keyEvery, int threads, IReadOnlyList<string> forced) =>
    [
        .. FfmpegArguments.Start, .. X264.RawInput(width, rows.Height, frameRate), "-c:v", "libx264", "-preset", "superfast", "-qp", $"{Quality}",
        "-threads", $"{threads}", .. forced, "-x264-params", $"keyint={keyEvery}:min-keyint=1:{Lean}", .. FfmpegArguments.Bt709, "-f", "h264", "pipe:1",
    ];

    public static int KeyEvery(Canvas canvas) => FrameRates.In(KeySeconds, canvas.FrameRate);
}
