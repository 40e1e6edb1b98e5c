using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Media.Inputs;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>FFmpeg filters that fit a moving picture to the canvas.</summary>
internal static class MovingGraph
{
    private const string End = "setsar=1,format=yuv420p";

    /// <param name="asset">The video.</param>
    /// <param name="canvas">Size and rate.</param>
    /// <param name="ground">How it fits, and its tone.</param>
    /// <param name="speed">2 is twice as fast.</param>
    public static string Describe(Asset asset, Canvas canvas, Background ground, double speed)
    {
        var tone = ToneFilter.Describe(ground.Look);
        return Fit(asset, canvas, ground, speed) + (tone.Length > 0 ? "," + tone : "");
    }

    private static string Fit(Asset asset, Canvas canvas, Background ground, double speed)
    {
        var (w, h, facts) = (canvas.Width, canvas.Height, asset.Facts);
        var start = PictureInput.Prepare(facts) + (speed == 1 ? "" : FormattableString.Invariant($"setpts=PTS/{speed:0.####},"))
            + $"fps={FrameRates.Argument(canvas.FrameRate)}:start_time=0,";
        var chosen = Choose(asset, canvas, ground.Fit);
        if (chosen == PictureFit.Letterbox)
        {
            return start + PictureInput.Fit(facts, w, h);
        }

        var tone = facts.Color is { IsHdr: true } color ? PictureInput.ToneMap(color) + "," : "";
        var options = (tone.Length > 0 ? "out_color_matrix=bt709:out_range=tv" : PictureInput.ScaleOptions(facts)) + ":flags=bicubic";
        var (bw, bh) = (Math.Max(16, w / 16 & ~1), Math.Max(16, h / 16 & ~1));
        return chosen == PictureFit.Crop
            ? $"{start}{tone}scale={w}:{h}:force_original_aspect_ratio=increase:{options},crop={w}:{h}{CropPlace.Describe(ground.Focus)},{End}"
            : $"{start}{tone}split[a][b];[a]scale={bw}:{bh}:force_original_aspect_ratio=increase:{options},crop={bw}:{bh},gblur=sigma=2,"
                + $"scale={w}:{h}:flags=bilinear,colorlevels=romax=0.5:gomax=0.5:bomax=0.5,{End}[back];"
                + $"[b]scale={w}:{h}:force_original_aspect_ratio=decrease:force_divisible_by=2:{options},{End}[front];[back][front]overlay=(W-w)/2:(H-h)/2,format=yuv420p";
    }

    /// <summary>A blurred copy fills what would be black; hardly visible bars are left black.</summary>
    private static PictureFit Choose(Asset asset, Canvas canvas, PictureFit fit) => fit switch
    {
        PictureFit.Auto or PictureFit.Card or PictureFit.Blur => FitChoice.LossOf(asset, canvas) < 0.01 || asset.Facts.Kind == MediaKind.Image ? PictureFit.Letterbox : PictureFit.Blur,
        _ => fit,
    };
}
