namespace NemoBot.Discord.Wire;

/// <summary>A row, button or text field; the same shape in both directions.</summary>
internal sealed record WireComponent
{
    public int Type { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }

    public WireComponent? Component { get; init; }

    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public int? Style { get; init; }

    public string? Value { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Placeholder { get; init; }
}
