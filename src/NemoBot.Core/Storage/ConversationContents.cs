namespace NemoBot.Core.Storage;

/// <summary>What is kept of a conversation, for the receipt of its erasure.</summary>
public sealed record ConversationContents
{
    /// <summary>Requests.</summary>
    public int Turns { get; init; }

    /// <summary>Kept versions of timelines.</summary>
    public int Versions { get; init; }

    /// <summary>Renders.</summary>
    public int Renders { get; init; }

    /// <summary>Entries of the message log.</summary>
    public int Messages { get; init; }

    /// <summary>Backend sessions that its turns and versions belong to.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];
}
