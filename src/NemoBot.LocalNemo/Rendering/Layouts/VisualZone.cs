using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Where the sound is drawn. All numbers are even.</summary>
/// <param name="Left">First column.</param>
/// <param name="Width">Columns.</param>
/// <param name="Rows">Rows.</param>
internal sealed record VisualZone(int Left, int Width, Rows Rows)
{
    /// <summary>Part of the ring's outer radius that the picture in it takes.</summary>
    public const double InnerRing = 0.66;

    /// <param name="canvas">The frame.</param>
    /// <param name="visual">Style, place and size.</param>
    /// <param name="hasText">A ring leaves room for text above and below.</param>
    /// <param name="isAlone">There is nothing above it but captions: on tall video it comes nearer to the middle.</param>
    public static VisualZone Find(Canvas canvas, Visual visual, bool hasText, bool isAlone) =>
        visual.Style == VisualStyle.Circle ? FindRing(canvas, visual, hasText) : FindBand(canvas, visual, isAlone);

    /// <summary>A quarter less high, with the same lower edge: where much is above it, the picture would be a stamp.</summary>
    public VisualZone Flatter()
    {
        var height = FrameMath.Even(Rows.Height * 0.75);
        return this with { Rows = new Rows(Rows.Bottom - height, height) };
    }

    private static VisualZone FindBand(Canvas canvas, Visual visual, bool isAlone)
    {
        var isTall = canvas.Height > canvas.Width * 1.1;
        var isWide = canvas.Width > canvas.Height * 1.1;
        var scale = Math.Clamp(visual.Size, 0.3, 2);
        var width = visual.IsWide ? canvas.Width : canvas.Width * Math.Min(0.86, (isTall ? 0.76 : isWide ? 0.62 : 0.76) * Math.Max(1, scale));
        var height = Math.Min(canvas.Width, canvas.Height) * (isTall ? 0.3 : 0.27) * scale * (visual.Style == VisualStyle.Particles ? 1.25 : 1);
        var safe = SafeArea.Find(canvas);
        var middle = visual.Place switch
        {
            VerticalPlace.Top => Math.Max(safe.Top + (height / 2), canvas.Height * (isTall ? 0.24 : 0.2)),
            VerticalPlace.Middle => canvas.Height * 0.5,
            _ => Math.Min(canvas.Height - safe.Bottom - (height / 2), canvas.Height * (!isTall ? 0.8 : isAlone ? 0.58 : 0.72)),
        };
        return Around(canvas, middle, width, height);
    }

    private static VisualZone FindRing(Canvas canvas, Visual visual, bool hasText)
    {
        var side = Math.Min(canvas.Width, canvas.Height) * Math.Clamp(visual.Size, 0.3, 1.2) * (hasText && canvas.Height < canvas.Width * 1.3 ? 0.64 : 0.78);
        var middle = canvas.Height * visual.Place switch
        {
            VerticalPlace.Top => 0.42,
            _ => canvas.Height > canvas.Width * 1.1 ? 0.46 : 0.51,
        };
        return Around(canvas, middle, side, side);
    }

    private static VisualZone Around(Canvas canvas, double middle, double width, double height)
    {
        var rows = Math.Min(FrameMath.Even(height), canvas.Height & ~1);
        var top = Math.Clamp(FrameMath.Even(middle - (height / 2)), 0, (canvas.Height & ~1) - rows);
        return new VisualZone(Math.Max(0, FrameMath.Even((canvas.Width - width) / 2)), FrameMath.Even(width), new Rows(top, rows));
    }
}
