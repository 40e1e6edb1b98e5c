using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>One kept version of a timeline.</summary>
public sealed record DraftRecord
{
    /// <summary>The conversation it belongs to.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>From 1, rising over the whole life of the conversation. Given by the store; 0 before it is added.</summary>
    public int Version { get; init; }

    /// <summary>Which project of the conversation it belongs to.</summary>
    public required int Project { get; init; }

    /// <summary>The draft's JSON exactly as received.</summary>
    public required string Json { get; init; }

    /// <summary>Canvas width in pixels; null if unknown.</summary>
    public int? Width { get; init; }

    /// <summary>Canvas height in pixels; null if unknown.</summary>
    public int? Height { get; init; }

    /// <summary>What changed, in one line, in the conversation's language of then.</summary>
    public required string Summary { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string Author { get; init; }

    /// <summary>The session it came from; export needs it.</summary>
    public required string SessionId { get; init; }

    /// <summary>Its number within the session, as the backend counts; null if the backend does not count or did not say.</summary>
    public int? SessionVersion { get; init; }

    /// <summary>The backend it came from.</summary>
    public required string Backend { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
