using System.Text.Json.Serialization;
using NemoBot.Core.Platforms;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>What is kept as JSON inside of documents.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Button>))]
internal sealed partial class DocumentJson : JsonSerializerContext;
