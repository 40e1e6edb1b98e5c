using System.Text.Json.Serialization;
using NemoBot.Core.Storage;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Records as JSON. Enumerations are kept by name, so that their order may change.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationRecord))]
[JsonSerializable(typeof(TurnRecord))]
[JsonSerializable(typeof(DraftRecord))]
[JsonSerializable(typeof(RenderRecord))]
[JsonSerializable(typeof(PendingReply))]
[JsonSerializable(typeof(AccountRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <exception cref="InvalidOperationException">The text is no record.</exception>
    public static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class =>
        System.Text.Json.JsonSerializer.Deserialize(json, type) ?? throw new InvalidOperationException("A stored record is empty.");
}
