using System.Globalization;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>A color in BT.709, limited range.</summary>
internal readonly record struct YuvColor(byte Y, byte U, byte V)
{
    /// <summary>Reads <c>#rrggbb</c>; anything else is white.</summary>
    public static YuvColor Parse(string? text) =>
        text is { Length: 7 } && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? FromRgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : FromRgb(255, 255, 255);

    public static YuvColor FromRgb(double red, double green, double blue) => new(
        (byte)Math.Clamp(16.5 + Luma(red, green, blue), 16, 235),
        (byte)Math.Clamp(128.5 + ChromaU(red, green, blue), 16, 240),
        (byte)Math.Clamp(128.5 + ChromaV(red, green, blue), 16, 240));

    /// <summary>Without the offset of 16.</summary>
    public static double Luma(double red, double green, double blue) => (0.18259 * red) + (0.61423 * green) + (0.06201 * blue);

    /// <summary>Without the offset of 128.</summary>
    public static double ChromaU(double red, double green, double blue) => (-0.10064 * red) - (0.33857 * green) + (0.43922 * blue);

    /// <summary>Without the offset of 128.</summary>
    public static double ChromaV(double red, double green, double blue) => (0.43922 * red) - (0.39894 * green) - (0.04027 * blue);
}
