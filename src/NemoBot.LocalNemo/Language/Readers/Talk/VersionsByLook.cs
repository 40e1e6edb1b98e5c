using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads "the version with the blue background": an earlier version is described, nothing is to be made blue.</summary>
internal static partial class VersionsByLook
{
    /// <summary>The version that looks as the clause says, or the question which one is meant; null if no version is described.</summary>
    public static Edit? Read(Clause clause, Reading reading)
    {
        if (!reading.Situation.HasMaterial || !Description().IsMatch(clause.Text))
        {
            return null;
        }

        var versions = reading.Situation.Versions();
        var number = versions.Keys.OrderDescending().FirstOrDefault(n => versions[n] != reading.Project && Fits(versions[n], clause));
        return number > 0 ? new GoToVersion(number) : new Ask(Question.Versions);
    }

    private static bool Fits(Project version, Clause clause)
    {
        var said = clause.Tokens.Index().Where(t => t.Item.Kind == TokenKind.Color || Clause.SubjectOf(t.Item.Concept) != Subject.None).ToList();
        var without = clause.Has(Concept.Remove, Concept.No);
        return said.Count > 0 && said.TrueForAll(t => t.Item.Kind == TokenKind.Color
            ? ColorsOf(version, clause.OwnerOf(t.Index)).Contains(t.Item.Content)
            : Shows(version, t.Item) != without);
    }

    private static IEnumerable<string> ColorsOf(Project version, Subject subject) => subject switch
    {
        Subject.Background => version.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient ? [version.Background.Color] : [],
        Subject.Title => version.Titles.Select(t => t.Color),
        Subject.Captions => version.Captions is { } captions ? [captions.Color] : [],
        Subject.Visual => [version.Visual.Color],
        _ => [version.Background.Color, version.Visual.Color, .. version.Titles.Select(t => t.Color)],
    };

    private static bool Shows(Project version, Token thing) => Clause.SubjectOf(thing.Concept) switch
    {
        Subject.Title => version.Titles.Count > 0,
        Subject.Captions => version.Captions is not null,
        Subject.Logo => version.Overlays.Count > 0,
        Subject.Visual => thing.Style == VisualStyle.None ? version.Visual.Style != VisualStyle.None : version.Visual.Style == thing.Style,
        Subject.Slides => version.Slides.Count > 0,
        Subject.Background => thing.Concept switch
        {
            Concept.Gradient => version.Background.Kind == BackgroundKind.Gradient,
            Concept.Background => true,
            _ => version.Background.Kind is BackgroundKind.Image or BackgroundKind.Cover || version.Slides.Count > 0,
        },
        _ => true,
    };

    [GeneratedRegex(@"\b(the|that|your) ((earlier|previous|old|other|last|first|second) )?(version|draft|render|cut|take) (that |which )?(with|without|had|where|when)\b|\b(back to|prefer(red)?|liked?|better|restore|return to|revert to) (the|that) (one|ones) (that |which )?(with|without|had|where|when)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Description();
}
