namespace NemoBot.Discord.Wire;

/// <summary>The objects options refer to by id.</summary>
internal sealed record WireResolved
{
    public IReadOnlyDictionary<string, WireAttachment>? Attachments { get; init; }

    public IReadOnlyDictionary<string, WireMessage>? Messages { get; init; }
}
