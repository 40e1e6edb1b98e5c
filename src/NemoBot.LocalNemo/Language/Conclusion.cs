using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Judging;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Readers.Material;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language;

/// <summary>Draws together what the readers found in all clauses of a message, and how sure of it they can be.</summary>
internal static class Conclusion
{
    private static readonly TimeSpan LongVideo = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Glimpse = TimeSpan.FromSeconds(2);

    public static Interpretation Draw(Reading reading)
    {
        var (clauses, situation) = (reading.Clauses, reading.Situation);
        var places = reading.RefusesFiles ? [] : new Placement(reading).Place();
        ClaimPlaced(places, reading);
        var edits = Consistency.Restore(reading, EditsOf(places, reading));
        if (edits.Count == 0 && situation.HasMaterial && reading.Choice is null && (reading.SmallTalk & ~(SmallTalk.Yes | SmallTalk.Thanks)) == 0 && clauses.Count > 0 && clauses.All(IsSend) && clauses.Any(c => c.Has(Concept.Export)))
        {
            // 好了，导出吧: it is there already.
            edits.Add(new Ask(Question.Download));
        }

        return new Interpretation
        {
            Edits = edits,
            Leftovers = Leftovers.Of(clauses, edits.Count > 0, situation.Project is null),
            Modifiers = [.. clauses.SelectMany(c => c.Tokens.Where((t, i) => !c.IsClaimed(i) && WordLists.Modifiers.Contains(c.TextOf(t))).Select(c.TextOf))],
            IsGuess = clauses.Any(c => c.Tokens.Any(t => t.IsGuess)) || reading.IsDoubtful || Leftovers.AreHidden(clauses),
            IsDoubtful = reading.IsDoubtful || AddsAndShortens(edits, situation) || KeepsNextToNothing(edits, situation) || places.Any(p => ReplacesUnasked(p, reading)),
            IsSupposed = reading.IsSupposed,
            Focus = FocusOf(reading, edits, places),
            SmallTalk = reading.SmallTalk,
            Suggestions = reading.Suggestions,
            // "shorter, 15 sec max": the length is said.
            Choice = edits.Exists(e => e is KeepRanges) ? null : reading.Choice,
            Named = [.. clauses.SelectMany(c => c.Tokens).Select(t => t.Kind == TokenKind.Color ? Concept.ColorWord : t.Concept).Distinct()],
            IsRequest = reading.Edits.Any(e => e is not Ask) || clauses.Any(c => c.Has(
                Concept.Waveform, Concept.Video, Concept.Voice, Concept.Music, Concept.Trim, Concept.FadeIn, Concept.Slideshow, Concept.Export, Concept.Recording)),
        };
    }

    /// <summary>The clause asks for the video as it is, or for nothing.</summary>
    private static bool IsSend(Clause clause) => clause.Tokens.Select((t, i) => clause.IsClaimed(i) || IsOfSending(t)).All(c => c);

    private static bool IsOfSending(Token token) => token.Kind is TokenKind.Symbol or TokenKind.Break
        || token.Concept is Concept.Export or Concept.Filler or Concept.Video or Concept.It or Concept.And or Concept.Then or Concept.Yes or Concept.Thanks or Concept.CanYou or Concept.For;

    /// <summary>Words that only say what the new files are.</summary>
    private static void ClaimPlaced(IReadOnlyList<PlaceFile> places, Reading reading)
    {
        if (places.Concat(reading.Edits.OfType<PlaceFile>()).Any(p => p.As == FileRole.Captions))
        {
            // 配上图片和字幕文件: it is used.
            reading.Clauses.ToList().ForEach(c => c.ClaimAll(Concept.Srt));
        }

        if (places.Any(p => p.As == FileRole.Slide))
        {
            // "these photos one after the other".
            reading.Clauses.ToList().ForEach(c => c.ClaimAll(Concept.Images, Concept.Image));
        }
    }

    /// <summary>"mute the clip and use the song": the song is the main sound by then.</summary>
    private static List<Edit> EditsOf(IReadOnlyList<PlaceFile> places, Reading reading)
    {
        var replaced = places.Concat(reading.Edits.OfType<PlaceFile>()).Any(p => p.As == FileRole.Voice);
        return [.. places, .. reading.Edits.Where(e => !replaced || e is not SetVolume { Track: Track.Main, Level: 0 })];
    }

    private static Subject FocusOf(Reading reading, List<Edit> edits, IReadOnlyList<PlaceFile> places)
    {
        if (edits.Count == 0 && NamedAlone(reading.Clauses) is not Subject.None and var named)
        {
            return named;
        }

        return reading.Focus == reading.Situation.Focus && places.Any(p => p.As == FileRole.Music) ? Subject.Music : reading.Focus;
    }

    /// <summary>"play this before I speak, the first 4 seconds": of the new file, or of all?</summary>
    private static bool AddsAndShortens(List<Edit> edits, Situation situation) => situation.HasMaterial
        && edits.Exists(e => e is PlaceFile { As: FileRole.Main or FileRole.Append })
        && edits.Exists(e => e is KeepRanges or KeepHighlight);

    /// <summary>留1秒: hardly ever all that is to be left of a video.</summary>
    private static bool KeepsNextToNothing(List<Edit> edits, Situation situation) => situation.HasMaterial
        && situation.Project is { } project && project.Duration >= LongVideo
        && edits.OfType<KeepRanges>().SelectMany(k => k.Parts).ToList() is [{ From: null or { Ticks: 0 }, To: { } end }] && end <= Glimpse;

    /// <summary>A new sound takes the place of the main one although no word asks for that.</summary>
    private static bool ReplacesUnasked(PlaceFile place, Reading reading)
    {
        if (place.As is not (FileRole.Main or FileRole.Voice) || !reading.Situation.HasMaterial || reading.Clauses.Count == 0)
        {
            return false;
        }

        // "this as intro for 6 seconds, then the talk".
        var namesPlace = place.As == FileRole.Main && reading.Clauses.Any(c =>
            c.Has(Concept.Begin, Concept.End, Concept.Before, Concept.After)
            && !c.Has(Concept.Replace, Concept.Swap, Concept.Cut, Concept.Trim, Concept.Keep));
        return namesPlace || reading.Edits is [Ask] || !AsksToReplace(place, reading);
    }

    private static bool AsksToReplace(PlaceFile place, Reading reading) =>
        reading.Clauses.Any(UsesWhole)
        || reading.Says(
            Concept.Replace, Concept.Swap, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode, Concept.VersionWord, Concept.Mute,
            Concept.Merge, Concept.Under)
        || (place.As == FileRole.Voice && reading.Says(Concept.Loop))
        || reading.Clauses.Any(c => c.Tokens.Any(t => t.Concept == Concept.Change && WordLists.Exchanging.Contains(c.TextOf(t))));

    /// <summary>"use this one"; "use 0:40 to 1:00 of it as the intro" asks for something else.</summary>
    private static bool UsesWhole(Clause clause) =>
        clause.Has(Concept.Use) && !clause.Has(Concept.Begin, Concept.End, Concept.Chorus) && !clause.Tokens.Any(t => t.IsTime);

    /// <summary>The one thing that a message names which led to nothing: the next message may be about it.</summary>
    private static Subject NamedAlone(IReadOnlyList<Clause> clauses)
    {
        var named = clauses.SelectMany(c => c.Tokens).Select(t => t.Concept switch
        {
            Concept.Music => Subject.Music,
            Concept.Voice => Subject.Voice,
            var other => Clause.SubjectOf(other),
        });
        return named.Where(s => s != Subject.None).Distinct().ToList() is [var only] ? only : Subject.None;
    }
}
