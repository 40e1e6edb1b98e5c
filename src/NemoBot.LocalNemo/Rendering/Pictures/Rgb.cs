using System.Globalization;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>A color, 0 to 255 each.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Black { get; }

    public static Rgb Ink { get; } = new(17, 24, 39);

    /// <summary>Relative luminance, 0 to 1 (WCAG 2).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>0 to 1.</summary>
    public double Saturation => Most <= 0 ? 0 : (Most - Least) / Most;

    /// <summary>0 to 255.</summary>
    public double Most => Math.Max(Red, Math.Max(Green, Blue));

    /// <summary>0 to 360.</summary>
    public double Hue
    {
        get
        {
            var range = Most - Least;
            var sixth = range <= 0 ? 0
                : Most == Red ? ((Green - Blue) / range) + 6
                : Most == Green ? ((Blue - Red) / range) + 2
                : ((Red - Green) / range) + 4;
            return sixth % 6 * 60;
        }
    }

    private double Least => Math.Min(Red, Math.Min(Green, Blue));

    /// <summary>Reads <c>#rrggbb</c>; null if it is none.</summary>
    public static Rgb? Parse(string? text) =>
        text is { Length: 7 } && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Rgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : null;

    /// <summary>From 1 (the same) to 21 (WCAG 2).</summary>
    public static double Contrast(double luminance, double other) =>
        (Math.Max(luminance, other) + 0.05) / (Math.Min(luminance, other) + 0.05);

    /// <param name="hue">0 to 360.</param>
    /// <param name="saturation">0 to 1.</param>
    /// <param name="value">0 to 1.</param>
    public static Rgb FromHsv(double hue, double saturation, double value)
    {
        double Channel(double offset)
        {
            var k = (offset + (hue / 60)) % 6;
            return 255 * value * (1 - (saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1)));
        }

        return new Rgb(Channel(5), Channel(3), Channel(1));
    }

    public double ContrastTo(Rgb other) => Contrast(Luminance, other.Luminance);

    public Rgb Towards(Rgb other, double part) =>
        new(Red + ((other.Red - Red) * part), Green + ((other.Green - Green) * part), Blue + ((other.Blue - Blue) * part));

    /// <summary>Lightened or darkened until it contrasts with a background.</summary>
    public Rgb Against(double luminance, double contrast)
    {
        var target = Contrast(White.Luminance, luminance) >= Contrast(0, luminance) ? White : Black;
        for (var part = 0.0; part < 1; part += 0.1)
        {
            if (Towards(target, part) is var color && Contrast(color.Luminance, luminance) >= contrast)
            {
                return color;
            }
        }

        return target;
    }

    public override string ToString() => FormattableString.Invariant($"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}");

    private static int Byte(double value) => (int)Math.Clamp(value + 0.5, 0, 255);

    private static double Linear(double value)
    {
        var v = value / 255;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
