using System.Globalization;
using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>Collects a segment's further values (color, fade, size), so that drafts can be compared.</summary>
internal static class DraftDetails
{
    private const int Deepest = 4;
    private const int Most = 64;
    private const int LongestValue = 120;
    private const int MostItems = 100;

    /// <summary>
    /// The values by the path of their keys (<c>style.color</c>; the short key <c>m</c> is left out). Addresses, ids and hashes are
    /// not for people and may change with every answer: they are not among them.
    /// </summary>
    public static Dictionary<string, string> Read(JsonElement segment, IReadOnlyCollection<string> known)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(segment, "", 0, known, details);
        return details;
    }

    private static void Collect(JsonElement element, string path, int depth, IReadOnlyCollection<string> known, Dictionary<string, string> details)
    {
        foreach (var (name, value) in element.Properties())
        {
            var isObject = value.ValueKind == JsonValueKind.Object;
            if (details.Count >= Most || depth >= Deepest || IsForMachines(name) || (!isObject && IsTold(path, name, known)))
            {
                continue;
            }

            var isMore = path.Length == 0 && name is "m" or "metadata";
            var key = isMore ? "" : path.Length == 0 ? name : $"{path}.{name}";
            if (isObject)
            {
                Collect(value, key, depth + 1, known, details);
            }
            else if (key.Length > 0 && Readable(value) is { } text)
            {
                details[key] = text;
            }
        }
    }

    // Label, times and volume have places of their own; a label may be an object: {"text":{"content":"…","color":"…"}}.
    private static bool IsTold(string path, string name, IReadOnlyCollection<string> known) =>
        path.Length == 0 ? known.Contains(name) : known.Contains(path) && name is "text" or "content" or "value";

    // A key of one letter carries structure: an asset's id, a position in it.
    private static bool IsForMachines(string name) =>
        (name.Length == 1 && name != "m")
        || name.EndsWith("url", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("hash", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("path", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("uid", StringComparison.OrdinalIgnoreCase)
        || name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal);

    // Lists of plain numbers and words (peaks, the words of a caption) follow from other values.
    private static bool IsOfObjects(JsonElement list) =>
        list.GetArrayLength() is > 0 and <= MostItems && list.EnumerateArray().All(i => i.ValueKind == JsonValueKind.Object);

    private static string? Readable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.Number()?.ToString("0.####", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when IsOfObjects(value) => value.GetRawText(),
        JsonValueKind.String when value.Text() is { Length: <= LongestValue } text && !text.Contains("://", StringComparison.Ordinal) && !text.StartsWith('[') => text,
        _ => null,
    };
}
