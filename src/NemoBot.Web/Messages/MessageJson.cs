using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Core.Storage;

namespace NemoBot.Web.Messages;

/// <summary>Serializes messages for the log, the API's responses and events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatMessage))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    public static string Write(ChatMessage message) => JsonSerializer.Serialize(message, Default.ChatMessage);

    public static ChatMessage Read(LoggedMessage logged) =>
        JsonSerializer.Deserialize(logged.Json, Default.ChatMessage) ?? throw new JsonException("The log holds an empty message.");

    /// <summary>Writes the message as the API returns it: with its id, number of edits and position in the stream.</summary>
    public static void WriteView(Utf8JsonWriter json, LoggedMessage logged, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteString("id", logged.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("author", message.Author);
        json.WriteString("kind", message.Kind);
        json.WriteString("text", message.Text);
        WriteList(json, "buttons", message.Buttons, Default.ChatButton);
        WriteList(json, "attachments", message.Attachments, Default.ChatAttachment);
        json.WriteString("createdAt", message.CreatedAt);
        WriteTime(json, "editedAt", message.EditedAt);
        json.WriteNumber("edits", logged.Edits);
        json.WriteNumber("seq", logged.Sequence);
        WriteExtras(json, message);
        json.WriteEndObject();
    }

    private static void WriteExtras(Utf8JsonWriter json, ChatMessage message)
    {
        if (message.Progress is { } progress)
        {
            json.WriteNumber("progress", progress);
        }

        if (message.Kind == MessageKinds.Status)
        {
            json.WriteBoolean("final", message.Final);
        }

        if (message.Key is not null)
        {
            json.WriteString("key", message.Key);
        }

        if (message.ReplyTo is not null)
        {
            json.WriteString("replyTo", message.ReplyTo);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, JsonTypeInfo<T> type)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            JsonSerializer.Serialize(json, item, type);
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
