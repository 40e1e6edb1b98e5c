using System.Text.Json.Serialization;

namespace NemoBot.Speech.Remote;

/// <summary>The JSON of the address.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RemoteTranscript))]
internal sealed partial class RemoteJson : JsonSerializerContext;
