using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>
/// One value for all spellings of a draft: key order, white space, escapes and number formats (<c>1</c>, <c>1.0</c>, <c>10e-1</c>)
/// make no difference. A changed value means that something in the draft changed.
/// </summary>
internal static class DraftHash
{
    /// <summary>64 hexadecimal digits. Text that is not JSON is hashed unchanged.</summary>
    public static string Of(string json)
    {
        using var document = DraftElement.Parse(json);
        var canonical = document is null ? null : Canonical(document.RootElement);
        return Convert.ToHexStringLower(SHA256.HashData(canonical ?? Encoding.UTF8.GetBytes(json)));
    }

    private static byte[] Canonical(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1000 });
            Write(writer, root);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair has no other spelling worth comparing.
            return Encoding.UTF8.GetBytes(root.GetRawText());
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(CanonicalNumber.Of(element.GetRawText()), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
