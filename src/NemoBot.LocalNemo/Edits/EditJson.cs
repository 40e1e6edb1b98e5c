using System.Text.Json;
using System.Text.Json.Serialization;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Edits as JSON: for edits that wait for a yes, and for the language model.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(SecondsConverter)])]
[JsonSerializable(typeof(IReadOnlyList<Edit>))]
[JsonSerializable(typeof(List<Edit>))]
internal sealed partial class EditJson : JsonSerializerContext
{
    /// <summary>Writes edits.</summary>
    public static string Write(IReadOnlyList<Edit> edits) => JsonSerializer.Serialize(edits, Default.IReadOnlyListEdit);

    /// <summary>Reads edits; empty if the text is none.</summary>
    public static IReadOnlyList<Edit> Read(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize(json, Default.ListEdit) ?? [];
        }
        catch (JsonException)
        {
            // Written by another version of the program.
            return [];
        }
    }
}
