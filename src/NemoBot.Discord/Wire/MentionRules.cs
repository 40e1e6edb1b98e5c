namespace NemoBot.Discord.Wire;

/// <summary>Who may be pinged: an empty list is nobody.</summary>
internal sealed record MentionRules
{
    public required IReadOnlyList<string> Parse { get; init; }
}
