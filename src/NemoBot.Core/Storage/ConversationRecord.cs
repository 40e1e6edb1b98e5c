using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>What is kept of a conversation.</summary>
public sealed record ConversationRecord
{
    /// <summary>The key.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>The skill's name.</summary>
    public required string Skill { get; init; }

    /// <summary><c>en</c> or <c>zh</c>: the language of everything the bot says here.</summary>
    public required string Language { get; init; }

    /// <summary>The language was chosen: it no longer follows what people write.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>Changed drafts are rendered without being asked.</summary>
    public bool AutoRender { get; init; } = true;

    /// <summary>Who may export, reset and change settings.</summary>
    public AccessPolicy Access { get; init; } = AccessPolicy.Everyone;

    /// <summary>Whose members may do so, if a group of them was chosen.</summary>
    public MemberGroup? AccessGroup { get; init; }

    /// <summary>Which account pays.</summary>
    public string AccountKey { get; init; } = Accounts.Default;

    /// <summary>Which backend this project is worked on with; null: the configured one.</summary>
    public string? Backend { get; init; }

    /// <summary>The backend's session, if one exists.</summary>
    public string? SessionId { get; init; }

    /// <summary>The backend's project; null if unknown.</summary>
    public string? TaskId { get; init; }

    /// <summary>The backend's user; null if unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>The number of the project, from 1. A new project starts with an empty timeline; versions keep counting.</summary>
    public int Project { get; init; } = 1;

    /// <summary>The first turn of the current project; 0: the first of all. Older turns do not belong to the timeline.</summary>
    public long ProjectFirstTurn { get; init; }

    /// <summary>The version that an undo went back to; null: the newest.</summary>
    public int? ShownVersion { get; init; }

    /// <summary>The newest version is still to be rendered: another turn was waiting when it was made.</summary>
    public bool RenderOwed { get; init; }

    /// <summary>Credits used by this conversation so far.</summary>
    public long CreditsUsed { get; init; }

    /// <summary>The bot was removed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>First heard of.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The same conversation with a new project: an empty timeline on the configured backend. Versions keep counting.</summary>
    /// <param name="firstTurn">The first turn that belongs to it.</param>
    internal ConversationRecord StartProject(long firstTurn) => this with
    {
        Backend = null,
        SessionId = null,
        TaskId = null,
        Project = Project + 1,
        ProjectFirstTurn = firstTurn,
        ShownVersion = null,
        RenderOwed = false,
    };
}
