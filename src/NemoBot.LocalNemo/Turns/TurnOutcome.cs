using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>What came of a turn.</summary>
internal sealed record TurnOutcome
{
    /// <summary>The session's record with all that is to be kept.</summary>
    public required Func<SessionRecord, SessionRecord> Update { get; init; }

    /// <summary>The project now; null if there still is none.</summary>
    public Project? Project { get; init; }

    /// <summary>The answer.</summary>
    public required Reply Reply { get; init; }

    /// <summary>The answer is in Chinese.</summary>
    public bool Chinese { get; init; }

    /// <summary>The work that was done, for the stream.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];
}
