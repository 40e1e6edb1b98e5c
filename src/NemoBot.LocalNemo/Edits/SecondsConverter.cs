using System.Text.Json;
using System.Text.Json.Serialization;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Times as seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    private const double Most = 1_000_000;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds) && Math.Abs(seconds) < Most
            ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : throw new JsonException("A time is a number of seconds.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);
}
