namespace NemoBot.Discord.Wire;

/// <summary>A file of a message. The URL is signed and expires.</summary>
internal sealed record WireAttachment
{
    public required string Id { get; init; }

    public string? Filename { get; init; }

    public long? Size { get; init; }

    public string? Url { get; init; }

    public string? ContentType { get; init; }
}
