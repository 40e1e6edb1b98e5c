using System.Text.Json.Serialization;

namespace NemoBot.LocalNemo.Store;

/// <summary>How the records are written to disk.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(UserRecord))]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(AssetRecord))]
[JsonSerializable(typeof(RenderRecord))]
internal sealed partial class StoreJson : JsonSerializerContext;
