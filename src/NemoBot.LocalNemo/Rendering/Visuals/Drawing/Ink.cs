using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Colors of a visual: from one to the other across it.</summary>
internal sealed record Ink(Rgb First, Rgb Last)
{
    private const double LeastContrast = 4.5;

    /// <summary>The wanted color, or colors of the art that stand out from what is behind.</summary>
    public static Ink Choose(Visual visual, ArtPalette palette, Backdrop behind)
    {
        if (Rgb.Parse(visual.Color) is { } wanted)
        {
            return new Ink(wanted, wanted);
        }

        // Over pictures that move, a color of one of them is lost on the next; white stands out from the shade that is laid there.
        if (behind == Backdrop.Unknown)
        {
            return new Ink(Rgb.White, Rgb.White);
        }

        var luminance = behind.Mean;
        return new Ink(palette.Accent.Against(luminance, LeastContrast), palette.Second.Against(luminance, LeastContrast));
    }

    /// <param name="part">0 to 1.</param>
    public YuvColor At(double part)
    {
        var color = First.Towards(Last, Math.Clamp(part, 0, 1));
        return YuvColor.FromRgb(color.Red, color.Green, color.Blue);
    }

    /// <summary>One color for each of some parts.</summary>
    public YuvColor[] Spread(int count) => [.. Enumerable.Range(0, count).Select(i => At(count < 2 ? 0 : i / (count - 1.0)))];
}
