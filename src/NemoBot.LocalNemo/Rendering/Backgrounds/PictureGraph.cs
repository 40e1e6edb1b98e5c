using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>FFmpeg filters that fit a picture to the canvas. From <c>[picture]</c> to <c>[out]</c> in RGB with transparency gone.</summary>
/// <param name="canvas">The frame.</param>
/// <param name="ground">Seen where the picture is not.</param>
/// <param name="focus">What is kept where edges are cut off.</param>
internal sealed class PictureGraph(Canvas canvas, Rgb ground, CropFocus focus)
{
    private readonly int _w = canvas.Width;
    private readonly int _h = canvas.Height;

    private string Base => $"color=c=0x{ground.ToString()[1..]}:s={_w}x{_h}:r=1:d=1,format=gbrp";

    /// <param name="fit">Not automatic.</param>
    /// <param name="card">Where a card goes, or the middle of a picture over its blurred copy.</param>
    /// <param name="blurs">The picture has no transparency, so a blurred copy can fill the frame.</param>
    public string Describe(PictureFit fit, CardZone card, bool blurs) => fit switch
    {
        PictureFit.Crop => $"[picture]format=gbrap,{Filling(_w, _h)},setsar=1[front];{Over("0", "0", blurs: false)}",
        PictureFit.Letterbox => $"[picture]format=gbrap,{Inside(_w, _h)},setsar=1[front];{Over("(W-w)/2", "(H-h)/2", blurs: false)}",
        PictureFit.Blur => $"[picture]format=gbrap,{Split(blurs)}{Inside(_w, _h)},setsar=1[front];"
            + Over("(W-w)/2", $"clip({At("H", "h", card.CenterY, _h)}\\,0\\,H-h)", blurs),
        _ => $"[picture]format=gbrap,{Split(blurs)}{Cut(card)},setsar=1[front];"
            + Over(At("W", "w", card.CenterX, _w), At("H", "h", card.CenterY, _h), blurs, withShadow: blurs),
    };

    private static string Inside(int width, int height) =>
        $"scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos";

    private string Filling(int width, int height) =>
        $"scale={width}:{height}:force_original_aspect_ratio=increase:flags=lanczos,crop={width}:{height}{CropPlace.Describe(focus)}";

    private static string At(string whole, string part, double center, int size) =>
        $"{whole}*{FfmpegArguments.Number(center / size)}-{part}/2";

    /// <summary>Keeps one copy for the background.</summary>
    private static string Split(bool blurs) => blurs ? "split[a][b];[b]" : "";

    /// <summary>Rounded corners, or a disc.</summary>
    private string Cut(CardZone card)
    {
        if (card.IsRound)
        {
            var half = card.Width / 2;
            return $"{Filling(card.Width, card.Width)},format=rgba,"
                + $"geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='alpha(X,Y)*clip({half}-hypot(X+0.5-W/2\\,Y+0.5-H/2)\\,0\\,1)'";
        }

        var radius = Math.Max(2, Math.Min(card.Width, card.Height) / 28);
        var corner = $"hypot(max(abs(X+0.5-W/2)-(W/2-{radius})\\,0)\\,max(abs(Y+0.5-H/2)-(H/2-{radius})\\,0))";
        return $"{Inside(card.Width, card.Height)},format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='alpha(X,Y)*clip({radius}+0.5-{corner}\\,0\\,1)'";
    }

    private string Over(string x, string y, bool blurs, bool withShadow = false)
    {
        var back = blurs ? Blurred() + "[back];" : $"{Base}[back];";
        var blur = FfmpegArguments.Number(Math.Max(1, Math.Min(_w, _h) / 45.0));
        var margin = Math.Max(2, Math.Min(_w, _h) / 15) & ~1;
        var shadow = withShadow
            ? $"[front]split[front][s];[s]format=rgba,pad=iw+{2 * margin}:ih+{2 * margin}:{margin}:{margin}:color=black@0,"
                + $"colorchannelmixer=rr=0:gg=0:bb=0:aa=0.55,gblur=sigma={blur}:planes=8[shade];"
                + $"[back][shade]overlay=x='{x}':y='{y}+{margin / 4}':format=gbrp[back];"
            : "";
        return $"{back}{shadow}[back][front]overlay=x='{x}':y='{y}':format=gbrp[out]";
    }

    /// <summary>The picture large, so blurred that no shape of it is left, and dark. 16 bits keep its soft slopes free of steps.</summary>
    private string Blurred()
    {
        var (w, h) = (Math.Max(16, _w / 8), Math.Max(16, _h / 8));
        var sigma = FfmpegArguments.Number(Math.Max(1, Math.Min(_w, _h) / 65.0));
        return $"[a]scale={w}:{h}:force_original_aspect_ratio=increase,crop={w}:{h},format=gbrp16,gblur=sigma={sigma}:steps=3,"
            + $"scale={_w}:{_h}:flags=bicubic,colorlevels=romax=0.55:gomax=0.55:bomax=0.55,format=gbrp,setsar=1";
    }
}
