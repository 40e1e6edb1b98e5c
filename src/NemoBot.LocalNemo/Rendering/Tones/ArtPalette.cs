using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Tones;

/// <summary>The colors that a picture, or a background without one, is remembered by.</summary>
/// <param name="Accent">The most vivid color.</param>
/// <param name="Second">A vivid color of another hue, or a variation of the first.</param>
/// <param name="Dark">The dark part's color.</param>
/// <param name="Mean">Average.</param>
/// <param name="IsTransparent">Parts of the picture are see-through.</param>
internal sealed record ArtPalette(Rgb Accent, Rgb Second, Rgb Dark, Rgb Mean, bool IsTransparent)
{
    private const int Bins = 24;

    /// <summary>Of a background without a picture.</summary>
    public static ArtPalette Of(Background background)
    {
        var first = Rgb.Parse(background.Color) ?? Rgb.Ink;
        var last = Rgb.Parse(background.SecondColor) ?? first;
        var mean = background.Kind == BackgroundKind.Gradient ? first.Towards(last, 0.5) : first;
        var (vivid, other) = last.Saturation * last.Most >= first.Saturation * first.Most ? (last, first) : (first, last);
        return new ArtPalette(vivid, other, first.Luminance < last.Luminance ? first : last, mean, IsTransparent: false);
    }

    /// <summary>Of a small picture.</summary>
    /// <param name="rgba">Four bytes a pixel.</param>
    public static ArtPalette Of(ReadOnlySpan<byte> rgba)
    {
        var weights = new double[Bins];
        var sums = new Rgb[Bins];
        double red = 0, green = 0, blue = 0, seen = 0, clear = 0;
        var dark = Rgb.White;
        for (var i = 0; i + 3 < rgba.Length; i += 4)
        {
            if (rgba[i + 3] < 128)
            {
                clear++;
                continue;
            }

            var color = new Rgb(rgba[i], rgba[i + 1], rgba[i + 2]);
            (red, green, blue, seen) = (red + color.Red, green + color.Green, blue + color.Blue, seen + 1);
            dark = color.Luminance < dark.Luminance ? color : dark;
            var weight = color.Saturation * color.Saturation * color.Most / 255;
            var bin = (int)(color.Hue / 360 * Bins) % Bins;
            weights[bin] += weight;
            sums[bin] = new Rgb(sums[bin].Red + (color.Red * weight), sums[bin].Green + (color.Green * weight), sums[bin].Blue + (color.Blue * weight));
        }

        var mean = seen > 0 ? new Rgb(red / seen, green / seen, blue / seen) : Rgb.Ink;
        var best = Array.IndexOf(weights, weights.Max());
        var accent = weights[best] > 0.01 * seen ? Vivid(sums[best], weights[best]) : Rgb.White;
        var far = Enumerable.Range(0, Bins).Where(b => Distance(b, best) >= 3).MaxBy(b => weights[b]);
        var second = weights[far] > 0.15 * weights[best] && weights[far] > 0.01 * seen
            ? Vivid(sums[far], weights[far])
            : Rgb.FromHsv((accent.Hue + 40) % 360, accent.Saturation, accent.Most / 255);
        return new ArtPalette(accent, second, dark, mean, clear > 0.05 * (seen + clear));
    }

    private static Rgb Vivid(Rgb sum, double weight)
    {
        var color = new Rgb(sum.Red / weight, sum.Green / weight, sum.Blue / weight);
        return Rgb.FromHsv(color.Hue, Math.Max(0.5, color.Saturation), Math.Max(0.75, color.Most / 255));
    }

    private static int Distance(int a, int b) => Math.Min(Math.Abs(a - b), Bins - Math.Abs(a - b));
}
