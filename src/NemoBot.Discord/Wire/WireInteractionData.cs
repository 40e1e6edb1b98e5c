namespace NemoBot.Discord.Wire;

/// <summary>The payload of an interaction.</summary>
internal sealed record WireInteractionData
{
    public string? Name { get; init; }

    public int? Type { get; init; }

    public IReadOnlyList<WireOption>? Options { get; init; }

    public WireResolved? Resolved { get; init; }

    public string? TargetId { get; init; }

    public string? CustomId { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }
}
