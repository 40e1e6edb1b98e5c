using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>What became of a request.</summary>
internal sealed record Outcome
{
    /// <summary>The project as it is now; null if there still is none.</summary>
    public Project? Project { get; init; }

    /// <summary>What to answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The answer is in Chinese.</summary>
    public bool Chinese { get; init; }

    /// <summary>What was done.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The draft before this one is asked for.</summary>
    public bool Undo { get; init; }

    /// <summary>There was nothing yet to do it with: it is to be remembered until a file comes.</summary>
    public bool Deferred { get; init; }
}
