using System.Globalization;

namespace NemoBot.LocalNemo.Rendering.Sizing;

/// <summary>Sizes of files as people say them.</summary>
internal static class SizeText
{
    private const double Megabyte = 1e6;

    /// <summary>Bytes of a number of megabytes.</summary>
    public static long BytesOf(double megabytes) => (long)Math.Round(megabytes * Megabyte);

    /// <summary><c>7.4 MB</c>.</summary>
    public static string Of(long bytes) => bytes >= 1e9 ? Number(bytes / 1e9) + " GB" : bytes >= Megabyte ? Number(bytes / Megabyte) + " MB" : Number(Math.Ceiling(bytes / 1e3)) + " KB";

    private static string Number(double number) => number.ToString(number < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture);
}
