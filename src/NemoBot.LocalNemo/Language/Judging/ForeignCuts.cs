using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>
/// Finds cuts of the video that a clause may not mean: it names another thing ("use the cover only for the first ten seconds"), comes with
/// a picture of its own ("this one for the last 10 seconds"), or asks for something else to happen then ("switch at 0:22").
/// </summary>
internal static partial class ForeignCuts
{
    /// <summary>The edits that a clause led to shorten the video, and the clause is about something else.</summary>
    public static bool Are(Clause clause, IReadOnlyList<Edit> edits, Reading reading)
    {
        var cuts = edits.Any(e => e is CutRanges or KeepRanges)
            && edits.All(e => e is CutRanges or KeepRanges or UseAnyPicture or SetBackground { Kind: BackgroundKind.Cover or BackgroundKind.Image });
        return cuts && (clause.Tokens.Any(t => IsOther(t.Concept, reading)) || (!SaysCut(clause) && (BringsPicture(reading) || AsksForOther(clause))));
    }

    private static bool IsOther(Concept concept, Reading reading) =>
        Clause.SubjectOf(concept) is not (Subject.None or Subject.Video)
        || (concept == Concept.Music && (reading.Project.Music.Count > 0 || Sounds(reading) > 1));

    private static int Sounds(Reading reading) => reading.Situation.NewFiles.Count(f => f.Facts.Kind is MediaKind.Audio);

    private static bool SaysCut(Clause clause) => clause.Has(
        Concept.Cut, Concept.Trim, Concept.Remove, Concept.Keep, Concept.Only, Concept.Begin, Concept.Useless, Concept.TooLong, Concept.Video, Concept.Export);

    private static bool BringsPicture(Reading reading) =>
        reading.Situation.HasMaterial && reading.Situation.NewFiles.Any(f => f.Facts.Kind is MediaKind.Image);

    private static bool AsksForOther(Clause clause) =>
        HappensThen().IsMatch(clause.Text) || clause.Tokens.Any(t => t.Concept is Concept.Swap or Concept.Add or Concept.Move or Concept.Loop or Concept.Reverse or Concept.Rotate or Concept.Mute or Concept.Append);

    /// <summary>"the music should change at 0:30".</summary>
    [GeneratedRegex(@"\b(?:changes?|switch(?:es)?|drops?|kicks? in|comes? in)(?: (?:over|it|them))? at\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HappensThen();
}
