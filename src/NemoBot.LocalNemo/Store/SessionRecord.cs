namespace NemoBot.LocalNemo.Store;

/// <summary>A session as it is stored.</summary>
internal sealed record SessionRecord
{
    /// <summary>Digits only.</summary>
    public required string SessionId { get; init; }

    /// <summary>The project it belongs to.</summary>
    public required string TaskId { get; init; }

    /// <summary>The project's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>The id of its user.</summary>
    public required string UserId { get; init; }

    /// <summary>As the client gave it, for example <c>zh-CN</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The last answer was in Chinese.</summary>
    public bool Chinese { get; init; }

    /// <summary>When it was last used.</summary>
    public required DateTimeOffset UsedAt { get; init; }

    /// <summary>The draft's JSON; null if there is none.</summary>
    public string? Draft { get; init; }

    /// <summary>All kept versions of the draft, the oldest first. Every change adds one, an undo as well.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The number of the first kept version.</summary>
    public int FirstVersion { get; init; } = 1;

    /// <summary>The number of the version that the draft is; 0: there is none.</summary>
    public int Version { get; init; }

    /// <summary>Numbers of the versions that undo goes back to, the next one last.</summary>
    public IReadOnlyList<int> Past { get; init; } = [];

    /// <summary>Numbers of the versions that redo goes to, the next one last.</summary>
    public IReadOnlyList<int> Future { get; init; } = [];

    /// <summary>What the last message was about.</summary>
    public string Focus { get; init; } = "";

    /// <summary>The edits of the last message, as JSON.</summary>
    public string? LastEdits { get; init; }

    /// <summary>Edits that wait for a yes, as JSON.</summary>
    public string? Pending { get; init; }

    /// <summary>The label of the button that confirms them.</summary>
    public string? Confirmation { get; init; }

    /// <summary>The labels of the buttons under the last answer.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Ids of the uploaded files, in order.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>How many of the files a turn has seen.</summary>
    public int Seen { get; init; }

    /// <summary>Wishes that came before there was anything to show.</summary>
    public string Deferred { get; init; } = "";

    /// <summary>Turns so far.</summary>
    public int Turns { get; init; }

    /// <summary>Names the turn that may write, where several processes share sessions.</summary>
    public string? Claim { get; init; }

    /// <summary>Until when that turn may write without renewing its claim.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }
}
