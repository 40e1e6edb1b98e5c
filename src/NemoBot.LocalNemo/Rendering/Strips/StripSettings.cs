using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>How strips are encoded. All strips of a video share these, or their slices would not fit together.</summary>
internal static class StripSettings
{
    /// <summary>Quantizer of key pictures, which carry everything that does not move: sharp.</summary>
    private const int Key = 23;

    /// <summary>Of a strip that changes now and then: what a caption uncovers is seen until the next key picture.</summary>
    public const int Still = 26;

    /// <summary>Of a strip that always moves and holds captions too: letters must stay clean.</summary>
    public const int MovingText = 29;

    /// <summary>Of a strip that always moves: bars and lines pass too quickly for anyone to count their bits.</summary>
    public const int Moving = 36;

    /// <summary>No B-frames, no looking ahead, one slice a picture. Two references: what a bar uncovers was often seen two pictures before.</summary>
    private const string Lean =
        "ref=2:bframes=0:weightp=0:rc-lookahead=0:sync-lookahead=0:scenecut=0:mbtree=0:aq-mode=0:trellis=0:psy=0:me=dia:merange=4:mvrange=32"
        + ":subme=1:partitions=i4x4,i8x8:8x8dct=1:sliced-threads=0:slices=1:aud=0:stitchable=1";

    /// <summary>
    /// Bytes a minute for key pictures, each of which holds the whole still background again. At 1080p one is 1 KB of a gradient and 8 to 43 KB
    /// of a cover over its blur: every 2 s. A photo that fills the frame is 130 KB: every 5 s. Beyond 167 KB they would double a file of 4.5 MB
    /// a minute, and halve what fits into a chat. Players decode from the key picture before: 10 s of strips take one core 0.7 s.
    /// </summary>
    private const double KeyBudget = 2e6;

    /// <summary>What changes now and then, captions for example, is kept in memory once for each key picture.</summary>
    private const int MostKeys = 2400;

    /// <summary>Seconds between key pictures; each divides the longest.</summary>
    private static readonly int[] KeySeconds = [2, 5, 10];

    /// <summary>A fixed quantizer and none in the parameter sets (stitchable), so that all slices share these.</summary>
    public static string[] Describe(int width, Rows rows, double frameRate, int keyEvery, int quantizer, int threads, IReadOnlyList<string> forced)
    {
        var ratio = FfmpegArguments.Number(Math.Pow(2, (quantizer - Key) / 6.0));
        return
        [
            .. FfmpegArguments.Start, .. X264.RawInput(width, rows.Height, frameRate), "-c:v", "libx264", "-preset", "superfast", "-qp", $"{quantizer}",
            "-threads", $"{threads}", .. forced, "-x264-params", $"keyint={keyEvery}:min-keyint=1:ipratio={ratio}:{Lean}", .. FfmpegArguments.Bt709, "-f", "h264", "pipe:1",
        ];
    }

    /// <summary>Frames between key pictures: as few as the size of one and the length of the video allow.</summary>
    /// <param name="canvas">Tells the frame rate.</param>
    /// <param name="frames">Of the video.</param>
    /// <param name="bytes">Size of a key picture.</param>
    public static int KeyEvery(Canvas canvas, long frames, int bytes)
    {
        var seconds = Array.Find(KeySeconds, s => 60.0 / s * bytes <= KeyBudget && frames / (s * canvas.FrameRate) <= MostKeys);
        return seconds > 0 ? FrameRates.In(seconds, canvas.FrameRate) : LongestKeys(canvas);
    }

    /// <summary>At multiples of so many frames there is a key picture, whatever its size.</summary>
    public static int LongestKeys(Canvas canvas) => FrameRates.In(KeySeconds[^1], canvas.FrameRate);
}
