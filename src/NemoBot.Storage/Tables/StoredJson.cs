using System.Text.Json.Serialization;
using NemoBot.Core.Platforms;

namespace NemoBot.Storage.Tables;

/// <summary>What is kept as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Button>))]
internal sealed partial class StoredJson : JsonSerializerContext;
