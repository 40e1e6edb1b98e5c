using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>Where the sound is drawn. All numbers are even.</summary>
/// <param name="Left">First column.</param>
/// <param name="Width">Columns.</param>
/// <param name="Rows">Rows.</param>
internal sealed record VisualZone(int Left, int Width, Rows Rows)
{
    public static VisualZone Find(Canvas canvas, VerticalPlace place)
    {
        var isTall = canvas.Height > canvas.Width * 1.1;
        var isWide = canvas.Width > canvas.Height * 1.1;
        var width = canvas.Width * (isTall ? 0.8 : isWide ? 0.62 : 0.76);
        var height = Math.Min(canvas.Width, canvas.Height) * (isTall ? 0.3 : 0.27);

        // On tall pictures phones lay their own buttons over the lowest fifth.
        var middle = canvas.Height * place switch
        {
            VerticalPlace.Top => isTall ? 0.22 : 0.2,
            VerticalPlace.Middle => 0.5,
            _ => isTall ? 0.72 : 0.8,
        };
        var top = Even(middle - (height / 2));
        return new VisualZone(Even((canvas.Width - width) / 2), Even(width), new Rows(top, Math.Min(Even(height), (canvas.Height & ~1) - top)));
    }

    private static int Even(double value) => Math.Max(2, (int)Math.Round(value / 2) * 2);
}
