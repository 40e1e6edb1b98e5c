using System.Globalization;

namespace NemoBot.Core.Status;

/// <summary>Sizes as people read them.</summary>
internal static class ByteText
{
    /// <summary><c>8.4 MB</c>, <c>200 MB</c>, <c>12 kB</c>; in powers of 1024, as the platforms count.</summary>
    public static string Of(long bytes)
    {
        const double Kilo = 1024, Mega = Kilo * 1024, Giga = Mega * 1024;
        var (value, unit) = bytes switch
        {
            >= (long)Giga => (bytes / Giga, "GB"),
            >= (long)Mega => (bytes / Mega, "MB"),
            _ => (bytes / Kilo, "kB"),
        };
        return value.ToString(value < 10 && value != Math.Floor(value) ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit;
    }
}
