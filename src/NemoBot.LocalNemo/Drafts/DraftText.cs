using System.Globalization;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Values in a draft as people read them, and back.</summary>
internal static class DraftText
{
    /// <summary><c>10%</c>.</summary>
    public static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The fallback if it is none.</summary>
    public static double ParsePercent(string? text, double fallback) =>
        text is not null && TryNumber(text.TrimEnd('%'), out var percent) ? percent / 100 : fallback;

    /// <summary>In milliseconds.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    public static string Place(VerticalPlace place) => place switch
    {
        VerticalPlace.Top => "top",
        VerticalPlace.Middle => "middle",
        _ => "bottom",
    };

    public static VerticalPlace ParsePlace(string? text, VerticalPlace fallback) => text switch
    {
        "top" => VerticalPlace.Top,
        "middle" => VerticalPlace.Middle,
        "bottom" => VerticalPlace.Bottom,
        _ => fallback,
    };

    public static string Style(VisualStyle style) => style switch
    {
        VisualStyle.Bars => "bars",
        VisualStyle.Line => "line",
        VisualStyle.Spectrum => "spectrum",
        _ => "none",
    };

    public static VisualStyle ParseStyle(string? text) => text switch
    {
        "bars" => VisualStyle.Bars,
        "line" => VisualStyle.Line,
        "spectrum" => VisualStyle.Spectrum,
        _ => VisualStyle.None,
    };

    public static string Kind(BackgroundKind kind) => kind switch
    {
        BackgroundKind.Color => "color",
        BackgroundKind.Gradient => "gradient",
        BackgroundKind.Image => "image",
        BackgroundKind.Cover => "cover",
        _ => "video",
    };

    public static BackgroundKind ParseKind(string? text) => text switch
    {
        "color" => BackgroundKind.Color,
        "image" => BackgroundKind.Image,
        "cover" => BackgroundKind.Cover,
        "video" => BackgroundKind.Video,
        _ => BackgroundKind.Gradient,
    };

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
