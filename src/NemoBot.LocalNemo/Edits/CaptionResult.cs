using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Caption lines, or why there are none.</summary>
/// <param name="Lines">The lines in order; empty when there is a problem.</param>
internal sealed record CaptionResult(IReadOnlyList<CaptionLine> Lines)
{
    /// <summary>Two letters; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The phrase that says what will not look right, with its values; null if all will.</summary>
    public Note? Warning { get; init; }

    /// <summary>The phrase that says what is wrong, with its values; null if nothing is.</summary>
    public Note? Problem { get; init; }
}
