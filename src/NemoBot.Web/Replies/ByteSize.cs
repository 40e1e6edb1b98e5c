using System.Globalization;

namespace NemoBot.Web.Replies;

/// <summary>Formats a number of bytes for people.</summary>
internal static class ByteSize
{
    public static string Format(long bytes) => bytes switch
    {
        >= 1L << 30 => Say(bytes / (double)(1L << 30), "GB"),
        >= 1L << 20 => Say(bytes / (double)(1L << 20), "MB"),
        >= 1L << 10 => Say(bytes / (double)(1L << 10), "kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };

    private static string Say(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
}
