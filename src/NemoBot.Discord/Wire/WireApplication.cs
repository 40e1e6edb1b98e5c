using System.Text.Json;

namespace NemoBot.Discord.Wire;

/// <summary>The application the token belongs to.</summary>
internal sealed record WireApplication
{
    public required string Id { get; init; }

    public long? Flags { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? IntegrationTypesConfig { get; init; }
}
