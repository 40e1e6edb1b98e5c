namespace NemoBot.LocalNemo.Store;

/// <summary>A session as it lies on disk.</summary>
internal sealed record SessionRecord
{
    /// <summary>Digits only.</summary>
    public required string SessionId { get; init; }

    /// <summary>The project it belongs to.</summary>
    public required string TaskId { get; init; }

    /// <summary>The project's name.</summary>
    public required string TaskName { get; init; }

    /// <summary>Whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>As the client gave it, for example <c>zh-CN</c>.</summary>
    public required string Language { get; init; }

    /// <summary>When it was last used.</summary>
    public required DateTimeOffset UsedAt { get; init; }

    /// <summary>The draft's JSON; null if there is none.</summary>
    public string? Draft { get; init; }

    /// <summary>Drafts before it, the newest last.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Ids of the uploaded files, in order.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>How many of the files a turn has seen.</summary>
    public int Seen { get; init; }

    /// <summary>Wishes that came before there was anything to show.</summary>
    public string Deferred { get; init; } = "";

    /// <summary>Turns so far.</summary>
    public int Turns { get; init; }
}
