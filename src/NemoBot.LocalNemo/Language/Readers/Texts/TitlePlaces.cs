using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads where one of two titles is to be beside the other: "move 'Part Two' above 'Morning Show'".</summary>
internal static class TitlePlaces
{
    private static readonly HashSet<string> Above = new(["above", "over", "on top of", "higher than", "上面", "上方", "上边"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Below = new(["below", "under", "beneath", "underneath", "lower than", "下面", "下方", "下边"], StringComparer.OrdinalIgnoreCase);

    /// <returns>False if the texts are not two titles that are shown.</returns>
    public static bool Read(Clause clause, Reading reading, IReadOnlyList<string> texts)
    {
        if (clause.Has(Concept.Change, Concept.Replace) || texts is not [var moved, var other] || PlaceOf(reading, moved) is null || PlaceOf(reading, other) is not { } beside)
        {
            return false;
        }

        var above = clause.HasWord(Above);
        if (!above && !clause.HasWord(Below))
        {
            return false;
        }

        clause.ClaimAll(Concept.Top, Concept.Upward, Concept.Under, Concept.Bottom, Concept.Downward);
        var edge = above ? VerticalPlace.Top : VerticalPlace.Bottom;
        if (beside == edge)
        {
            // There is no place beyond it: the other one gives way.
            reading.Add(Put(other, VerticalPlace.Middle), Subject.Title);
        }

        reading.Add(Put(moved, beside == edge ? edge : beside + (above ? -1 : 1)), Subject.Title);
        return true;
    }

    private static VerticalPlace? PlaceOf(Reading reading, string text) =>
        reading.Project.Titles.FirstOrDefault(t => t.Text.Equals(text, StringComparison.OrdinalIgnoreCase))?.Place;

    private static SetTitle Put(string title, VerticalPlace place) => new(new TitleRef { Text = title }) { Look = new TitleLook { Place = place } };
}
