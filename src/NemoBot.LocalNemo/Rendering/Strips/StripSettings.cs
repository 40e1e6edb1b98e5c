using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>How strips are encoded. All strips of a video share these, or their slices would not fit together.</summary>
internal static class StripSettings
{
    /// <summary>Quantizer of a strip that always moves and holds captions too: letters must stay clean.</summary>
    public const int MovingText = 29;

    /// <summary>
    /// Of a strip that always moves. A line passes too quickly for anyone to count its bits. What is left where bars were is seen in every
    /// pause of a talk, and a finer step costs bars few bytes; the texture of a photo hides it, and is dear.
    /// </summary>
    public static int Moving(VisualStyle style, KeyPlan keys) => style == VisualStyle.Line || keys.Quantizer == KeyPlan.Detailed ? 37 : 32;

    /// <summary>
    /// Effort for a strip that always moves. At so coarse a quantizer the deblocking filter takes the texture of a photo for the edges of blocks:
    /// a weaker one keeps more of it in the same bytes.
    /// </summary>
    public static string Motion(KeyPlan keys) => keys.Quantizer == KeyPlan.Detailed ? $"{ForMotion}:deblock=-4,-4" : ForMotion;

    /// <summary>Threads of the encoder of a strip that always moves: it keeps up with the drawing, and every further one takes 6 MB.</summary>
    public const int Threads = 2;

    /// <summary>
    /// For strips that always move. Four references, as many as players take at this size: what a bar uncovers was often seen some pictures
    /// before. Small blocks and rounding by cost make two fifths fewer bytes at the same likeness; the strip is small, so that takes little time.
    /// </summary>
    public const string ForMotion = "ref=4:trellis=1:subme=2:me=hex:merange=16:partitions=all";

    /// <summary>
    /// For strips that change now and then. Only the picture before is looked at: the same one is repeated until the next change, so that older
    /// ones are not what they were for the encoder. There are few of these pictures, so that rounding and blocks by cost take little time for an eighth of the bytes.
    /// </summary>
    public const string ForChanges = "ref=1:trellis=1:subme=6:me=dia:merange=4:partitions=all";

    /// <summary>For pictures that are encoded once and written again with every key picture: an eighth smaller at the same likeness.</summary>
    public const string ForStills = "ref=1:trellis=2:subme=9:me=dia:merange=4:partitions=i4x4,i8x8";

    /// <summary>No B-frames, no looking ahead, one slice a picture.</summary>
    private const string Common =
        "bframes=0:weightp=0:rc-lookahead=0:sync-lookahead=0:scenecut=0:mbtree=0:aq-mode=0:psy=0:mvrange=32:8x8dct=1:sliced-threads=0:slices=1:aud=0:stitchable=1";

    /// <summary>Of a strip that changes now and then: what a caption uncovers is seen until the next key picture.</summary>
    public static int Still(KeyPlan keys) => keys.Quantizer + (keys.Quantizer == KeyPlan.Detailed ? 5 : 3);

    /// <summary>A fixed quantizer and none in the parameter sets (stitchable), so that all slices share these.</summary>
    public static string[] Describe(int width, Rows rows, double frameRate, KeyPlan keys, int quantizer, int threads, string effort, IReadOnlyList<string> forced)
    {
        var ratio = FfmpegArguments.Number(Math.Pow(2, (quantizer - keys.Quantizer) / 6.0));
        return
        [
            .. FfmpegArguments.Start, .. X264.RawInput(width, rows.Height, frameRate), "-c:v", "libx264", "-preset", "superfast", "-qp", $"{quantizer}",
            "-threads", $"{threads}", .. forced, "-x264-params", $"keyint={keys.Every}:min-keyint=1:ipratio={ratio}:{Common}:{effort}", .. FfmpegArguments.Bt709, "-f", "h264", "pipe:1",
        ];
    }
}
