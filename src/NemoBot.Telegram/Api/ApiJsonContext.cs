using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Api;

/// <summary>JSON metadata of the answer type that only this project uses.</summary>
[JsonSerializable(typeof(ApiResponse<JsonElement>))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
