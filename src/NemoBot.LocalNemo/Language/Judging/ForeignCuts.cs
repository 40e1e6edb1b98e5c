using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds cuts of the video in clauses that name another thing: "use the cover only for the first ten seconds".</summary>
internal static class ForeignCuts
{
    /// <summary>The edits that a clause led to shorten the video, and nothing of them is about the thing that it names.</summary>
    public static bool Are(Clause clause, IReadOnlyList<Edit> edits, Reading reading) =>
        edits.Any(e => e is CutRanges or KeepRanges)
        && edits.All(e => e is CutRanges or KeepRanges or UseAnyPicture or SetBackground { Kind: BackgroundKind.Cover or BackgroundKind.Image })
        && clause.Tokens.Any(t => IsOther(t.Concept, reading));

    private static bool IsOther(Concept concept, Reading reading) =>
        Clause.SubjectOf(concept) is not (Subject.None or Subject.Video)
        || (concept == Concept.Music && reading.Project.Music.Count > 0);
}
