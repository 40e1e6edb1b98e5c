using System.Globalization;
using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>
/// Looks into a draft without ever failing: drafts come from a service whose inner names and types vary. What has another type than
/// expected is treated as missing. Text with half a surrogate pair is valid JSON but cannot be read as a string: it is missing too.
/// </summary>
internal static class DraftElement
{
    /// <summary>A draft's text, parsed; null if it is not JSON.</summary>
    public static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The first of the named properties that is there and not null; a missing one is <see cref="JsonValueKind.Undefined"/>.</summary>
    public static JsonElement Get(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        foreach (var name in names)
        {
            if (TryGet(element, name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The elements of an array; nothing for everything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The properties of an object whose names can be read; nothing for everything else.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Properties(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is { } name)
            {
                yield return new(name, property.Value);
            }
        }
    }

    /// <summary>A number, also one written as text; null for everything else and for what no double can hold.</summary>
    public static double? Number(this JsonElement element)
    {
        var number = element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetDouble(out var value) => value,
            JsonValueKind.String when double.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => double.NaN,
        };
        return double.IsFinite(number) ? number : null;
    }

    /// <summary>A string; null for everything else.</summary>
    public static string? Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
