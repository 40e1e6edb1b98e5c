namespace NemoBot.Discord.Wire;

/// <summary>Which mentions ping: an empty list means none.</summary>
internal sealed record MentionRules
{
    public required IReadOnlyList<string> Parse { get; init; }
}
