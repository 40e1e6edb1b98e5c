using System.Globalization;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Values in a draft in readable form, and back.</summary>
internal static class DraftText
{
    /// <summary><c>10%</c>.</summary>
    public static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The fallback if it is none.</summary>
    public static double ParsePercent(string? text, double fallback) =>
        text is not null && TryNumber(text.TrimEnd('%'), out var percent) ? percent / 100 : fallback;

    /// <summary>In milliseconds.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
