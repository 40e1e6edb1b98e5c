namespace NemoBot.Discord.Wire;

/// <summary>The objects that options name by id.</summary>
internal sealed record WireResolved
{
    public IReadOnlyDictionary<string, WireAttachment>? Attachments { get; init; }

    public IReadOnlyDictionary<string, WireMessage>? Messages { get; init; }
}
