using System.Text.Json.Serialization;

namespace NemoBot.Telegram.Api.Wire;

/// <summary>The Bot API's JSON. Absent fields are left out: the service refuses a <c>null</c> keyboard or parse mode.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(ChatMember))]
[JsonSerializable(typeof(MediaFile))]
[JsonSerializable(typeof(ResponseParameters))]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditRequest))]
[JsonSerializable(typeof(SendFileRequest))]
[JsonSerializable(typeof(MessageAddress))]
[JsonSerializable(typeof(AnswerCallbackRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(DeleteWebhookRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(GetFileRequest))]
[JsonSerializable(typeof(GetChatMemberRequest))]
internal sealed partial class WireContext : JsonSerializerContext;
