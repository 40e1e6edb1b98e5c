using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>What somebody wants done.</summary>
internal sealed record Request
{
    /// <summary>In their words.</summary>
    public required string Text { get; init; }

    /// <summary>The session speaks Chinese; a message in the other language is answered in its own.</summary>
    public bool Chinese { get; init; }

    /// <summary>The project so far; null if there is none.</summary>
    public Project? Project { get; init; }

    /// <summary>All files of the session, in the order they came.</summary>
    public IReadOnlyList<Asset> Files { get; init; } = [];

    /// <summary>How many of the files earlier requests have seen.</summary>
    public int Seen { get; init; }
}
