using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Chooses colors that can be seen on a background.</summary>
internal static class Contrast
{
    private const double Bright = 0.6;
    private const string White = "#ffffff";
    private const string Dark = "#111827";

    /// <summary>White, or nearly black on a bright color.</summary>
    public static string TextOn(Background background) =>
        background.Kind == BackgroundKind.Color && Luminance(background.Color) > Bright ? Dark : White;

    /// <summary>A color is bright.</summary>
    public static bool IsBright(string color) => Luminance(color) > 0.35;

    /// <summary>The visual in a color that can be seen on a background of one color.</summary>
    public static Visual Fit(Visual visual, Background background)
    {
        var text = TextOn(background);
        return visual.Color == background.Color || (visual.Color == White && text != White) || (visual.Color == Dark && text != Dark)
            ? visual with { Color = text } : visual;
    }

    private static double Luminance(string hex)
    {
        if (hex.Length != 7)
        {
            return 0;
        }

        double Part(int at) => Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
