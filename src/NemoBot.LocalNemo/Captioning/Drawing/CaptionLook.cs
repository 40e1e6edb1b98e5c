using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Drawing;

/// <summary>Measures of a caption style on a canvas, in pixels.</summary>
internal sealed record CaptionLook
{
    private const double Boldness = 1.06;

    /// <summary>The apps that show tall video lay buttons over an eighth at each side.</summary>
    private const double PartOfTall = 0.76;

    /// <summary>Larger letters leave less than a word in a line.</summary>
    private const double NarrowestLine = 6;

    /// <summary>Of the height, for one line of two: more would hide the picture.</summary>
    private const double HighestLine = 0.2;

    /// <summary>What <see cref="Captions.Size"/> is by default; each style draws it as its own usual size.</summary>
    private const double UsualSize = 0.055;

    private const string Accent = "#ffd60a";

    /// <summary>The font's size as ASS counts it.</summary>
    public required double FontSize { get; init; }

    /// <summary>Lines of text at a time.</summary>
    public required int MaxLines { get; init; }

    /// <summary>The width of a line in units of <see cref="TextWidth"/>.</summary>
    public required double LineWidth { get; init; }

    /// <summary>The middle of the lines.</summary>
    public required double X { get; init; }

    /// <summary>Where the text is anchored.</summary>
    public required double Y { get; init; }

    /// <summary>As on a number pad: 8 hangs below <see cref="Y"/>, 5 is centered at it, 2 rests on it.</summary>
    public required int Alignment { get; init; }

    public required bool IsBold { get; init; }

    public required string TextColor { get; init; }

    /// <summary>The color of the word that is spoken now.</summary>
    public required string MarkColor { get; init; }

    /// <param name="captions">Style, size and place.</param>
    /// <param name="canvas">The picture.</param>
    /// <param name="anchor">Where the text is anchored; null: the usual place.</param>
    /// <param name="columns">What the text may use of the width; null: the usual part around the middle.</param>
    public static CaptionLook Of(Captions captions, Canvas canvas, double? anchor = null, (double Left, double Width)? columns = null)
    {
        var isTall = canvas.Height > canvas.Width * 1.1;
        var shorter = Math.Min(canvas.Width, canvas.Height);
        var isWhite = captions.Color.Equals("#ffffff", StringComparison.OrdinalIgnoreCase);
        var isBold = captions.Bold ?? captions.Style is CaptionStyle.Big or CaptionStyle.Karaoke;
        var width = columns?.Width ?? canvas.Width * (isTall ? PartOfTall : captions.Style == CaptionStyle.Big ? 0.8 : 0.76);
        var em = AssScript.Em * (isBold ? Boldness : 1) * Lettering.WidthOf(captions.Font);
        var wanted = shorter * ShareOf(captions.Style, isTall) * Math.Clamp(captions.Size / UsualSize, 0.4, 2.5);
        var fontSize = Math.Max(10, Math.Min(wanted, Math.Min(width / (em * NarrowestLine), canvas.Height * HighestLine)));
        return new CaptionLook
        {
            FontSize = fontSize,
            MaxLines = columns is null ? 2 : 3,
            LineWidth = width / (fontSize * em),
            X = columns is { } used ? used.Left + (used.Width / 2) : canvas.Width / 2.0,
            Y = anchor ?? YOf(captions.Place, canvas, isTall),
            Alignment = captions.Place switch { VerticalPlace.Top => 8, VerticalPlace.Middle => 5, _ => 2 },
            IsBold = isBold,
            TextColor = captions.Style == CaptionStyle.Karaoke ? "#ffffff" : captions.Color,
            MarkColor = captions.Style == CaptionStyle.Karaoke && !isWhite ? captions.Color : Accent,
        };
    }

    private static double ShareOf(CaptionStyle style, bool isTall) => style switch
    {
        CaptionStyle.Big => isTall ? 0.135 : 0.14,
        CaptionStyle.Karaoke => isTall ? 0.1 : 0.09,
        _ => isTall ? 0.092 : 0.07,
    };

    /// <summary>In tall video, the apps' own texts and buttons take the lower fifth and the upper tenth.</summary>
    private static double YOf(VerticalPlace place, Canvas canvas, bool isTall) => canvas.Height * (place, isTall) switch
    {
        (VerticalPlace.Top, true) => 0.13,
        (VerticalPlace.Top, false) => 0.06,
        (VerticalPlace.Middle, _) => 0.5,
        (_, true) => 0.76,
        _ => 0.94,
    };
}
