using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NemoBot.Nemo.Wire;

/// <summary>
/// JSON strings as they come. A half of a surrogate pair, which a service that cuts its texts into pieces may send, makes
/// System.Text.Json refuse the string; here it is kept, so that two pieces can be put together again.
/// </summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512, AllowTrailingCommas = true };

    /// <summary>Parses; null if it is no JSON. A byte-order mark is passed over, bytes that are not UTF-8 are replaced.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            json = json[3..];
        }

        try
        {
            var clean = System.Text.Unicode.Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
            return JsonElement.Parse(clean, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True for what would be JSON, were it not nested deeper than is parsed.</summary>
    public static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue, AllowTrailingCommas = true });
        var deepest = 0;
        try
        {
            while (reader.Read())
            {
                deepest = Math.Max(deepest, reader.CurrentDepth);
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return deepest >= Options.MaxDepth;
    }

    /// <summary>A string's characters, halves of pairs included.</summary>
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    /// <summary>Replaces halves of pairs, which no platform takes.</summary>
    public static string Mend(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return MendFrom(text, i);
            }
        }

        return text;
    }

    /// <summary>A copy that every reader can read: halves of pairs are replaced where there are some.</summary>
    public static JsonElement Detach(JsonElement element)
    {
        var raw = element.GetRawText();
        return raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? JsonElement.Parse(MendEscapes(raw), Options) : element.Clone();
    }

    private static string MendFrom(string text, int start)
    {
        var mended = new StringBuilder(text, 0, start, text.Length);
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            mended.Append(rune.ToString());
        }

        return mended.ToString();
    }

    private static string MendEscapes(string json)
    {
        var mended = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || !TryEscape(json, i, out var first) || !char.IsSurrogate(first))
            {
                mended.Append(json[i]);
                if (json[i] == '\\' && i + 1 < json.Length)
                {
                    mended.Append(json[++i]);
                }

                continue;
            }

            var paired = char.IsHighSurrogate(first) && TryEscape(json, i + 6, out var second) && char.IsLowSurrogate(second);
            mended.Append(paired ? json.AsSpan(i, 12) : "\\ufffd");
            i += paired ? 11 : 5;
        }

        return mended.ToString();
    }

    private static bool TryEscape(ReadOnlySpan<char> json, int at, out char unit)
    {
        unit = default;
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u'
            || !ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        return true;
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (TryEscape(raw, i, out var unit))
            {
                text.Append(unit);
                i += 5;
            }
            else
            {
                text.Append(raw[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }

        return text.ToString();
    }
}
