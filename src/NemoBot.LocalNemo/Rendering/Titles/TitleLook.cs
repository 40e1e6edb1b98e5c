using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>How a title is made to stand out from what is behind it.</summary>
/// <param name="Color">Of the letters.</param>
/// <param name="Plate">Color of the plate behind the text; null: none.</param>
/// <param name="PlateOpacity">0 to 1.</param>
/// <param name="Outline">Color of a firm outline; null: a soft glow only.</param>
internal sealed record TitleLook(Rgb Color, Rgb? Plate, double PlateOpacity, Rgb? Outline)
{
    /// <summary>The least contrast between letters and what surrounds them (WCAG 2, AA).</summary>
    public const double LeastContrast = 4.5;

    // Large letters on a plain ground are still read at this contrast.
    private const double LeastOnPlate = 1.5;

    private static readonly double[] Opacities = [0.45, 0.6, 0.72, 0.84, 0.94, 1];

    /// <param name="title">Its wanted color and plate.</param>
    /// <param name="behind">What is behind it.</param>
    /// <param name="isMoving">The background changes.</param>
    /// <param name="palette">For colors left to the renderer.</param>
    public static TitleLook Choose(Title title, Backdrop behind, bool isMoving, ArtPalette palette)
    {
        var wanted = Rgb.Parse(title.Color);
        if (title.Plate && title.PlateColor is { } chosen && Rgb.Parse(chosen) is { } ground)
        {
            return OnPlate(title, wanted, ground);
        }

        var color = wanted ?? Pick(title, behind, palette);
        var plate = Rgb.White.ContrastTo(color) >= Rgb.Ink.ContrastTo(color) ? Rgb.White : Rgb.Ink;
        var outline = title.Outline is { } line ? Rgb.Parse(line) ?? plate : null as Rgb?;
        if (!title.Plate && (isMoving || outline is not null))
        {
            return new TitleLook(color, null, 0, outline ?? plate);
        }

        if (!title.Plate && behind.ContrastOf(color.Luminance) >= LeastContrast)
        {
            return new TitleLook(color, null, 0, null);
        }

        var opacity = Opacities.FirstOrDefault(o => behind.Behind(plate, o).ContrastOf(color.Luminance) >= LeastContrast, 1);
        return new TitleLook(color, plate, opacity, outline);
    }

    /// <summary>On a plate whose color was asked for: nothing of the picture shows through, and letters that would vanish on it are white or dark.</summary>
    private static TitleLook OnPlate(Title title, Rgb? wanted, Rgb plate)
    {
        var plain = Rgb.White.ContrastTo(plate) >= Rgb.Ink.ContrastTo(plate) ? Rgb.White : Rgb.Ink;
        var color = wanted is { } asked && asked.ContrastTo(plate) >= LeastOnPlate ? asked : plain;
        return new TitleLook(color, plate, 1, title.Outline is { } line ? Rgb.Parse(line) ?? plate : null);
    }

    /// <summary>White or dark, with a touch of the art for the artist's line.</summary>
    private static Rgb Pick(Title title, Backdrop behind, ArtPalette palette)
    {
        var plain = behind.ContrastOf(1) >= LeastContrast || behind.ContrastOf(Rgb.Ink.Luminance) < LeastContrast ? Rgb.White : Rgb.Ink;
        var tinted = palette.Accent.Against(behind.Mean, 7);
        return title.Role == TitleRole.Artist && behind.ContrastOf(tinted.Luminance) >= LeastContrast ? tinted : plain;
    }
}
