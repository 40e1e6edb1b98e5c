namespace NemoBot.Discord.Wire;

/// <summary>The payload of the initial reply.</summary>
internal sealed record InteractionReplyData
{
    public string? Content { get; init; }

    public int? Flags { get; init; }

    public MentionRules? AllowedMentions { get; init; }

    public IReadOnlyList<ChoiceBody>? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }
}
