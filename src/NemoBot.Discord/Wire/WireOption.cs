using System.Text.Json;

namespace NemoBot.Discord.Wire;

/// <summary>An option of a command with its value.</summary>
internal sealed record WireOption
{
    public required string Name { get; init; }

    public int Type { get; init; }

    public JsonElement? Value { get; init; }

    public bool? Focused { get; init; }

    public IReadOnlyList<WireOption>? Options { get; init; }
}
