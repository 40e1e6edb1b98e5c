using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>What came of the edits of a turn.</summary>
internal sealed record EditResult
{
    /// <summary>The project after them; null if there still is none.</summary>
    public Project? Project { get; init; }

    /// <summary>The session's versions after undo, redo and the like.</summary>
    public required SessionRecord History { get; init; }

    /// <summary>The edits that were carried out.</summary>
    public IReadOnlyList<Applied> Applied { get; init; } = [];

    /// <summary>Edits that would take something away and wait for a yes.</summary>
    public IReadOnlyList<Edit> Held { get; init; } = [];

    /// <summary>The project with the held edits carried out.</summary>
    public Project? WithHeld { get; init; }

    /// <summary>What was asked.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Remarks.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Remarks about undo, redo and versions.</summary>
    public IReadOnlyList<Note> HistoryNotes { get; init; } = [];
}
