using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Tones;

/// <summary>How dark and how bright the background is behind something.</summary>
/// <param name="Darkest">Luminance that nearly all of it exceeds.</param>
/// <param name="Brightest">Luminance that hardly any of it exceeds.</param>
/// <param name="Mean">Average luminance.</param>
internal readonly record struct Backdrop(double Darkest, double Brightest, double Mean)
{
    private const double Outliers = 0.02;

    /// <summary>Anything may be seen there.</summary>
    public static Backdrop Unknown { get; } = new(0, 1, 0.3);

    public static Backdrop Measure(Frame frame, Rows rows, int left, int width)
    {
        var all = new List<double>();
        var part = rows.Within(frame.All);
        var last = Math.Min(frame.Width, left + width);
        for (var y = part.Top; y < part.Bottom; y += Math.Max(1, part.Height / 40))
        {
            for (var x = Math.Max(0, left); x < last; x += Math.Max(1, width / 160))
            {
                all.Add(frame.ColorAt(x, y).Luminance);
            }
        }

        if (all.Count == 0)
        {
            return Unknown;
        }

        all.Sort();
        var outliers = (int)(all.Count * Outliers);
        return new Backdrop(all[outliers], all[all.Count - 1 - outliers], all.Average());
    }

    /// <summary>The least contrast that a color has anywhere on it.</summary>
    public double ContrastOf(double luminance) =>
        luminance >= Darkest && luminance <= Brightest ? 1 : Math.Min(Rgb.Contrast(luminance, Darkest), Rgb.Contrast(luminance, Brightest));

    /// <summary>What is seen through a plate.</summary>
    public Backdrop Behind(Rgb plate, double opacity) =>
        new(Cover(Darkest, plate, opacity), Cover(Brightest, plate, opacity), Cover(Mean, plate, opacity));

    private static double Cover(double luminance, Rgb plate, double opacity)
    {
        // Grey of the same luminance: blending happens in the stored values, not in light.
        var grey = 255 * (luminance <= 0.0031308 ? luminance * 12.92 : (1.055 * Math.Pow(luminance, 1 / 2.4)) - 0.055);
        return new Rgb(grey, grey, grey).Towards(plate, opacity).Luminance;
    }
}
