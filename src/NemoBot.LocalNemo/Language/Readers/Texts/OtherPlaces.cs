using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>"put the title somewhere else": does not say where, so the free places are offered.</summary>
internal sealed partial class OtherPlaces : IClauseReader
{
    private static readonly VerticalPlace[] All = [VerticalPlace.Top, VerticalPlace.Middle, VerticalPlace.Bottom];

    public void Read(Clause clause, Reading reading)
    {
        if (!(Elsewhere().IsMatch(clause.Text) || (OtherPlace().IsMatch(clause.Text) && reading.Project is { Titles.Count: < 2, Slides.Count: < 2, Clips.Count: < 2 })) || clause.HasFree(TokenKind.Quote) || clause.Tokens.Any(t => t.IsTime || Verbs.IsLook(t.Concept)))
        {
            return;
        }

        var subject = clause.Tokens.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None, reading.Focus);
        if (PlacesOf(subject, reading) is not { Count: > 0 } places)
        {
            return;
        }

        clause.ClaimEverything();
        reading.Focus = subject;
        reading.Choice ??= new Choice(new Note("choice.place", []), [.. places.Select(p => new Note(p, []))]);
    }

    /// <summary>The offers for where the thing is not now; null if it cannot be moved or is not there.</summary>
    private static List<string>? PlacesOf(Subject subject, Reading reading) => subject switch
    {
        Subject.Title when reading.Project.Titles.Count > 0 => [.. All.Where(p => p != TitleReader.PlaceNow(reading)).Select(p => $"offer.title-{p.ToString().ToLowerInvariant()}")],
        Subject.Captions when reading.Project.Captions is { } captions => [.. All.Where(p => p != captions.Place).Select(p => $"offer.captions-{p.ToString().ToLowerInvariant()}")],
        Subject.Logo when reading.Project.Overlays is [.., var logo] => [.. Enum.GetValues<Corner>().Where(c => c != logo.Corner).Select(c => $"offer.logo-{c.ToString().ToLowerInvariant()}")],
        _ => null,
    };

    /// <summary>换个位置: of one thing, not of two.</summary>
    [GeneratedRegex("(?:换|挪|移)(?:个|一个|下|到)?(?:别的|其他)?(?:位置|地方)(?:放|吧|试试)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPlace();

    [GeneratedRegex(@"\b(?:somewhere|someplace|some place) (?:else|better|different|nicer)\b|\belsewhere\b|\b(?:an?other|different|better|new) (?:place|spot|position|location)\b|\bout of the way\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
