using System.Globalization;
using NemoBot.Core.Media;

namespace NemoBot.Media.Inputs;

/// <summary>
/// Brings the pictures of any file to the same form: upright, square pixels, progressive, BT.709 of limited range. FFmpeg turns what
/// carries a display matrix by itself; the rest is done by these filters.
/// </summary>
public static class PictureInput
{
    /// <summary>Lines of a standard-definition picture; above it, colors without a tag are BT.709.</summary>
    private const int MostStandardLines = 576;

    /// <summary>Scaled to fit, a longer picture would have no height left; scaled to fill, it would take gigabytes.</summary>
    private const int MostAspect = 32;

    /// <summary>The stream to use, for <c>-map</c>: never a cover when there is a moving picture.</summary>
    /// <param name="facts">What probing found.</param>
    /// <param name="input">Number of the input.</param>
    public static string Map(MediaFacts facts, int input = 0)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.PictureStream is { } stream ? $"{input}:{stream}" : facts.HasVideo ? $"{input}:V:0" : $"{input}:v:0";
    }

    /// <summary>Filters for before scaling, each with a comma behind it: fields, orientation, the shape of the pixels.</summary>
    public static string Prepare(MediaFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return (facts.IsInterlaced ? "bwdif=mode=send_frame:deint=interlaced," : "")
            + Turn(facts.Orientation)
            + (facts.HasVideo || Math.Abs(facts.PixelAspect - 1) > 0.001 ? "scale=w='trunc(iw*if(gt(sar,0),sar,1)/2+0.5)*2':h=ih:flags=bicubic,setsar=1," : "")
            + Pad(facts);
    }

    /// <summary>Options of the scale filter that give BT.709 of limited range, for SDR sources.</summary>
    public static string ScaleOptions(MediaFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return $"{MatrixOf(facts)}out_color_matrix=bt709:out_range=tv";
    }

    /// <summary>
    /// Filters from the prepared picture to YUV 4:2:0 of a size: scaled to fit inside and padded. HDR is tone-mapped after scaling, when
    /// there are fewer pixels.
    /// </summary>
    public static string Fit(MediaFacts facts, int width, int height, string padding = "black")
    {
        ArgumentNullException.ThrowIfNull(facts);
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic");
        var pad = string.Create(CultureInfo.InvariantCulture, $"pad={width}:{height}:-1:-1:color={padding},setsar=1,format=yuv420p");
        return facts.Color is { IsHdr: true } color
            ? $"scale={size},{ToneMap(color)},{pad}"
            : $"scale={size}:{ScaleOptions(facts)},{pad}";
    }

    /// <summary>From PQ or HLG to BT.709: paper white stays white, highlights are compressed.</summary>
    public static string ToneMap(MediaColor color)
    {
        ArgumentNullException.ThrowIfNull(color);
        return $"zscale=tin={color.Transfer}:min={color.Matrix ?? "bt2020nc"}:pin={color.Primaries ?? "bt2020"}:rin={(color.Range == "pc" ? "full" : "limited")}:t=linear:npl=100,"
            + "format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=limited,format=yuv420p";
    }

    /// <summary>Adds empty space to pictures that are hardly more than a line.</summary>
    private static string Pad(MediaFacts facts) =>
        facts.Width > (long)MostAspect * facts.Height && facts.Height > 0 ? $"pad=iw:ceil(iw/{MostAspect * 2})*2:-1:-1:color=black@0,"
        : facts.Height > (long)MostAspect * facts.Width && facts.Width > 0 ? $"pad=ceil(ih/{MostAspect * 2})*2:ih:-1:-1:color=black@0,"
        : "";

    /// <summary>EXIF orientation as filters.</summary>
    private static string Turn(int orientation) => orientation switch
    {
        2 => "hflip,",
        3 => "hflip,vflip,",
        4 => "vflip,",
        5 => "transpose=0,",
        6 => "transpose=1,",
        7 => "transpose=3,",
        8 => "transpose=2,",
        _ => "",
    };

    private static string MatrixOf(MediaFacts facts) =>
        facts.Color?.Matrix is "bt2020nc" or "bt2020c" ? "in_color_matrix=bt2020:"
        : facts.Color?.Matrix is null && facts.HasVideo && Math.Min(facts.Width, facts.Height) > MostStandardLines ? "in_color_matrix=bt709:"
        : "";
}
