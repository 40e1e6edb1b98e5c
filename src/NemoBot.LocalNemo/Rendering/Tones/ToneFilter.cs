using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Tones;

/// <summary>Brightness, contrast and color of uploaded pictures as one FFmpeg filter on 8-bit YUV of limited range.</summary>
internal static class ToneFilter
{
    private const double BlueShift = 30;
    private const double RedShift = 22;

    /// <summary>The filter; empty if the colors stay as they are.</summary>
    public static string Describe(PictureLook look)
    {
        if (!look.HasTone)
        {
            return "";
        }

        // A gamma curve leaves black black, so that bars beside a picture stay what they are.
        var gamma = FfmpegArguments.Number(1 / (look.Brightness * look.Brightness));
        var luma = $"clip((16+219*pow(clip((val-16)/219,0,1),{gamma})-128)*{FfmpegArguments.Number(look.Contrast)}+128,16,235)";
        return $"lutyuv=y='{luma}':u='{Chroma(look.Saturation, (1 - look.Warmth) * BlueShift)}':v='{Chroma(look.Saturation, (look.Warmth - 1) * RedShift)}'";
    }

    /// <summary>For pictures of any format, before they are scaled.</summary>
    public static string DescribeStill(PictureLook look) => look.HasTone ? $"scale=out_range=tv,format=yuva444p,{Describe(look)}," : "";

    private static string Chroma(double saturation, double shift) =>
        $"clip((val-128)*{FfmpegArguments.Number(saturation)}+128+{FfmpegArguments.Number(shift)},16,240)";
}
