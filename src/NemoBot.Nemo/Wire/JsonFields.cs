using System.Globalization;
using System.Text.Json;

namespace NemoBot.Nemo.Wire;

/// <summary>Fields of an object that may be missing, null, spelt in one of several ways, or a number written as a string.</summary>
internal static class JsonFields
{
    /// <summary>The first of the names that is there and not null.</summary>
    public static JsonElement? Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>An object among the names.</summary>
    public static JsonElement? ObjectField(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Field(name) is { ValueKind: JsonValueKind.Object } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A string, or the digits of a number exactly as written; null if it is neither or empty.</summary>
    public static string? TextField(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var text = element.Field(name) switch
            {
                { ValueKind: JsonValueKind.String } value => JsonText.Mend(JsonText.Read(value)),
                { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
                _ => null,
            };
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A finite number, also one written as a string.</summary>
    public static double? NumberField(this JsonElement element, params ReadOnlySpan<string> names) =>
        double.TryParse(element.TextField(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A whole number; a fraction is cut off, what does not fit is as if it were missing.</summary>
    public static long? WholeField(this JsonElement element, params ReadOnlySpan<string> names)
    {
        var text = element.TextField(names);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 9e18 ? (long)number : null;
    }

    /// <summary>Pixels; null unless positive.</summary>
    public static int? PixelField(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.WholeField(names) is { } value and > 0 and <= int.MaxValue ? (int)value : null;

    /// <summary>True or false, also written as a string; null if it is neither.</summary>
    public static bool? FlagField(this JsonElement element, params ReadOnlySpan<string> names) => element.Field(names) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(JsonText.Read(value), out var flag) => flag,
        _ => null,
    };

    /// <summary>A length in seconds.</summary>
    public static TimeSpan? SecondsField(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.NumberField(names) is { } seconds and >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A moment: ISO 8601, or seconds or milliseconds since 1970.</summary>
    public static DateTimeOffset? MomentField(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.NumberField(names) is { } number)
        {
            return number is > 0 and < 2e11 ? DateTimeOffset.FromUnixTimeSeconds((long)number)
                : number is > 0 and < 2e14 ? DateTimeOffset.FromUnixTimeMilliseconds((long)number) : null;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(element.TextField(names), CultureInfo.InvariantCulture, utc, out var moment) ? moment : null;
    }
}
