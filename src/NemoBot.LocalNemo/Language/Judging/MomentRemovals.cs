using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds things that would be taken away for good by a clause that speaks of a moment: "the music should stop before the end".</summary>
internal static class MomentRemovals
{
    /// <summary>The edits of a clause take something away, and the clause says before, after or while what.</summary>
    public static bool Are(Clause clause, IReadOnlyList<Edit> edits) =>
        edits.Any(IsRemoval)
        && !clause.Text.EndsWith("after all", StringComparison.OrdinalIgnoreCase)
        && clause.Has(Concept.Before, Concept.After, Concept.WhileSpeaking, Concept.End, Concept.Begin)
        && edits.All(e => IsRemoval(e) || e is LeaveOut);

    private static bool IsRemoval(Edit edit) =>
        edit is RemoveMusic or RemoveTitles or RemoveCaptions or SetVisual { Style: VisualStyle.None } or SetLogo { Remove: true } or SetVolume { Level: 0 };
}
