using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads "not that, the title" and 不对，我说的是下面那个: the last change is taken back and made to the thing that was meant.</summary>
internal static partial class Retargeting
{
    private const int Longest = 40;

    /// <summary>Carries the correction out if the message is one; false leaves it to the readers.</summary>
    public static bool Read(Reading reading)
    {
        if (reading.Situation is not { LastEdits: [var last], NewFiles.Count: 0 } situation || situation.Text.Length > Longest || !Denial().IsMatch(CleanText.Simplified(situation.Text))
            || !reading.Clauses.All(c => c.Tokens.All(IsNaming)) || reading.Clauses.LastOrDefault(c => c.Tokens.Any(IsThing)) is not { } clause || clause.Has(Concept.Not)
            || clause.Tokens.Count(IsThing) != 1 || Moved(last, clause, reading) is not { } edit || edit == last)
        {
            return false;
        }

        foreach (var said in reading.Clauses)
        {
            said.ClaimEverything();
        }

        reading.Add(new Undo());
        reading.Add(edit, FocusOf(clause.Tokens.First(IsThing)));
        return true;
    }

    private static bool IsNaming(Token token) => IsThing(token) || token.Concept is Concept.No or Concept.Not or Concept.It or Concept.Filler or Concept.At or Concept.Change or Concept.Called;

    private static bool IsThing(Token token) => token.Kind == TokenKind.Ordinal || token.Concept is Concept.Voice or Concept.Music or Concept.UpperOne or Concept.LowerOne or Concept.First or Concept.Last || Clause.SubjectOf(token.Concept) != Subject.None;

    private static Subject FocusOf(Token thing) => thing.Concept switch
    {
        Concept.Voice => Subject.Voice,
        Concept.Music => Subject.Music,
        _ => Clause.SubjectOf(thing.Concept) is not Subject.None and var subject ? subject : Subject.Title,
    };

    /// <summary>The same change of the thing that is named; null if that thing cannot be changed so.</summary>
    private static Edit? Moved(Edit last, Clause clause, Reading reading)
    {
        var thing = clause.Tokens.First(IsThing);
        if (thing.Concept is Concept.Voice or Concept.Music)
        {
            return last is SetVolume volume && (thing.Concept == Concept.Voice || reading.HasMusic) ? volume with { Track = thing.Concept == Concept.Music ? Track.Music : Track.Main } : null;
        }

        var (scale, color, place) = LookOf(last);
        return (scale ?? (object?)color ?? place) is null ? null : FocusOf(thing) switch
        {
            Subject.Title when reading.Project.Titles.Count > 0 && TitleOf(last, clause, reading) is { } which && !IsSame(last, which, reading) => new SetTitle(which) { Look = new TitleLook { Scale = scale, Color = color, Place = place } },
            Subject.Captions when reading.Project.Captions is not null => new SetCaptions { Scale = scale, Color = color, Place = place },
            Subject.Visual when reading.Project.Visual.Style != VisualStyle.None => new SetVisual { Scale = scale, Color = color, Place = place },
            Subject.Background when color is not null => new SetBackground(BackgroundKind.Color) { Color = color },
            Subject.Progress when color is not null => new SetProgressBar(true) { Color = color },
            Subject.Logo when scale is not null && reading.Project.Overlays.Count > 0 => new SetLogo { Scale = scale },
            _ => null,
        };
    }

    private static (double? Scale, string? Color, VerticalPlace? Place) LookOf(Edit edit) => edit switch
    {
        SetTitle { Text: null } title => (title.Look.Scale, title.Look.Color, title.Look.Place),
        SetCaptions captions => (captions.Scale, captions.Color, captions.Place),
        SetVisual { Style: null or not VisualStyle.None } visual => (visual.Scale, visual.Color, visual.Place),
        SetLogo logo => (logo.Scale, null, null),
        SetBackground { Kind: BackgroundKind.Color } ground => (null, ground.Color, null),
        _ => (null, null, null),
    };

    /// <summary>Of several titles the one that is named by number or place, else the first: "the title" is the main one.</summary>
    private static TitleRef TitleOf(Edit last, Clause clause, Reading reading) =>
        reading.Project.Titles.Count < 2 ? TitleRef.Last
        : new TitleRef { Number = TitleNumbers.ByPlace(clause, reading) ?? TitleNumbers.Alone(clause) ?? (last is SetTitle { Which.Number: 1 } ? 2 : 1) };

    private static bool IsSame(Edit last, TitleRef which, Reading reading) => last is SetTitle before && Titles.Find(reading.Project, before.Which).SequenceEqual(Titles.Find(reading.Project, which));

    [GeneratedRegex(@"^\W*(no\b|nope|not (that|this|it|the)|i meant?\b|wrong|the other|不对|不是|错了|搞错|弄错|改错|我说的是|我指的是|我是说|我要的是|唔系|唔对)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
