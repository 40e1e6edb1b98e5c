using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Joining;
using NemoBot.LocalNemo.Language.Judging;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Readers.Captions;
using NemoBot.LocalNemo.Language.Readers.Cuts;
using NemoBot.LocalNemo.Language.Readers.Material;
using NemoBot.LocalNemo.Language.Readers.Output;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Readers.Talk;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Rewording;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language;

/// <summary>Understands messages in English and Chinese without a language model. Pure: the same message and situation give the same edits.</summary>
internal static class Interpreter
{
    /// <summary>The order matters: who comes first takes the words first.</summary>
    private static readonly IReadOnlyList<IClauseReader> Readers =
    [
        new FileSizeReader(),
        new CaptionFileReader(),
        new FontReader(),
        new LetterCaseReader(),
        new TitleRows(),
        new QuestionReader(),
        new ColorExchange(),
        new MoreReader(),
        new CorrectionReader(),
        new HistoryReader(),
        new DescriptionReader(),
        new FurtherReader(),
        new OutputReader(),
        new ClipPartReader(),
        new SoundPartReader(),
        new SpellingReader(),
        new VisualTimesReader(),
        new MusicTimesReader(),
        new CaptionReader(),
        new SilenceReader(),
        new SpinReader(),
        new SpeedReader(),
        new CornerPictureReader(),
        new WholeColorReader(),
        new SideReader(),
        new FocusReader(),
        new TagReader(),
        new MixReader(),
        new ToneReader(),
        new LogoReader(),
        new ArrivalReader(),
        new SlideReader(),
        new PictureLookReader(),
        new RemovalReader(),
        new CanvasReader(),
        new ClipCutReader(),
        new TrimReader(),
        new TitleReader(),
        new PictureReader(),
        new SceneReader(),
        new BackgroundReader(),
        new VisualReader(),
        new IntroReader(),
        new MusicReader(),
        new VolumeReader(),
        new FadeReader(),
        new MaterialReader(),
        new DeclineReader(),
        new BareLookReader(),
    ];

    /// <summary>Reads a message.</summary>
    public static Interpretation Read(Situation situation)
    {
        if (HowTo.WishOf(situation.Text) is { } wish)
        {
            return ReadWish(situation with { Text = wish }) with { Wish = wish, IsSupposed = true };
        }

        var read = ReadWish(situation);
        return TitleAnswer.Of(situation) is { } title && (TitleAnswer.IsName(situation.Text) || read is { Edits.Count: 0, SmallTalk: SmallTalk.None })
            ? ReadWish(situation with { Text = title }) : read;
    }

    private static Interpretation ReadWish(Situation situation)
    {
        var (text, pasted) = PastedLines.Split(Reword(situation));
        var clauses = CutIntoClauses(text, situation);
        var reading = new Reading(situation, clauses) { PastedLines = pasted };
        if (!Retargeting.Read(reading))
        {
            Cautions.Apply(reading);
        }

        foreach (var clause in clauses)
        {
            if (clause.IsDone || clause.IsUnclear)
            {
                clause.IsHeard = clause.IsDone;
                continue;
            }

            var (before, mark) = (reading.Edits.Count, reading.Mark);
            foreach (var reader in Readers.TakeWhile(_ => !clause.IsUnclear))
            {
                reader.Read(clause, reading);
            }

            clause.IsHeard = reading.Mark != mark;
            reading.IsDoubtful |= reading.Edits.Count > before && Stance.IsDoubtful(clause);
            reading.IsSupposed |= reading.Edits.Skip(before).Any(e => e is not (Ask or Decline)) && (Stance.IsSupposed(clause) || Stance.Asks(clause));
        }

        var places = reading.RefusesFiles ? [] : new Placement(reading).Place();
        // "mute the clip and use the song": the song is the main sound by then.
        if (places.Concat(reading.Edits.OfType<PlaceFile>()).Any(p => p.As == FileRole.Captions))
        {
            // 配上图片和字幕文件: it is used.
            clauses.ToList().ForEach(c => c.ClaimAll(Concept.Srt));
        }

        if (places.Any(p => p.As == FileRole.Slide))
        {
            // "these photos one after the other".
            clauses.ToList().ForEach(c => c.ClaimAll(Concept.Images, Concept.Image));
        }

        var replaced = places.Concat(reading.Edits.OfType<PlaceFile>()).Any(p => p.As == FileRole.Voice);
        List<Edit> edits = [.. places, .. reading.Edits.Where(e => !replaced || e is not SetVolume { Track: Track.Main, Level: 0 })];
        edits = Consistency.Restore(reading, edits);
        return new Interpretation
        {
            Edits = edits,
            Leftovers = Leftovers.Of(clauses, edits.Count > 0, situation.Project is null),
            Modifiers = [.. clauses.SelectMany(c => c.Tokens.Where((t, i) => !c.IsClaimed(i) && WordLists.Modifiers.Contains(c.TextOf(t))).Select(c.TextOf))],
            IsGuess = clauses.Any(c => c.Tokens.Any(t => t.IsGuess)) || reading.IsDoubtful || Leftovers.AreHidden(clauses),
            IsDoubtful = reading.IsDoubtful || AddsAndShortens(edits, situation) || places.Any(p => ReplacesUnasked(p, reading)),
            IsSupposed = reading.IsSupposed,
            Focus = edits.Count == 0 && NamedAlone(clauses) is not Subject.None and var named ? named : reading.Focus == situation.Focus && places.Any(p => p.As == FileRole.Music) ? Subject.Music : reading.Focus,
            SmallTalk = reading.SmallTalk,
            Suggestions = reading.Suggestions,
            // "shorter, 15 sec max": the length is said.
            Choice = edits.Exists(e => e is KeepRanges) ? null : reading.Choice,
            Named = [.. clauses.SelectMany(c => c.Tokens).Select(t => t.Kind == TokenKind.Color ? Concept.ColorWord : t.Concept).Distinct()],
            IsRequest = reading.Edits.Any(e => e is not Ask) || clauses.Any(c => c.Has(
                Concept.Waveform, Concept.Video, Concept.Voice, Concept.Music, Concept.Trim, Concept.FadeIn, Concept.Slideshow, Concept.Export, Concept.Recording)),
        };
    }

    /// <summary>The message in words that the readers know: text to text, before anything is cut.</summary>
    private static string Reword(Situation situation)
    {
        var text = EnglishIdioms.Rewrite(CleanText.Of(situation.Text));
        text = ChineseIdioms.Rewrite(Backreferences.Resolve(text));
        text = SlideTexts.Resolve(SeveralSlides.Resolve(SameColor.Resolve(text, situation.Project), situation.Project), situation);
        text = ThingsOfProject.Name(SlideMoments.Complete(text, situation.Project), situation);
        return Continuation.Complete(ArrivalWords.Complete(text, situation), situation);
    }

    private static IReadOnlyList<Clause> CutIntoClauses(string text, Situation situation)
    {
        var plain = CleanText.Simplified(text);
        var titles = new TitlesInText((situation.Project?.Titles ?? []).Select(t => t.Text), Vocabulary.Default);
        var words = ColorsInNames.Join(text, ColonTitles.Join(text, ProperNames.Join(text, QuotedSounds.Read(Lexer.Cut(text, Vocabulary.Default, new FileNamesInText(situation.Files, Vocabulary.Default), titles)))));
        var tokens = Portions.Resolve(UnitWords.Read(plain, SpeechTimes.Join(plain, words)), LengthOf(situation));
        return ClauseSplitter.Cut(text, Ranges.Join(plain, WordsInContext.Resolve(plain, ColorPairs.Resolve(plain, tokens, situation), situation)));
    }

    /// <summary>"play this before I speak, the first 4 seconds": of the new file, or of all?</summary>
    private static bool AddsAndShortens(List<Edit> edits, Situation situation) => situation.HasMaterial && edits.Exists(e => e is PlaceFile { As: FileRole.Main or FileRole.Append }) && edits.Exists(e => e is KeepRanges or KeepHighlight);

    /// <summary>A new sound takes the place of the main one although no word asks for that.</summary>
    private static bool ReplacesUnasked(PlaceFile place, Reading reading) => place.As is FileRole.Main or FileRole.Voice && reading.Situation.HasMaterial && reading.Clauses.Count > 0
        // "this as intro for 6 seconds, then the talk".
        && ((place.As == FileRole.Main && reading.Clauses.Any(c => c.Has(Concept.Begin, Concept.End, Concept.Before, Concept.After) && !c.Has(Concept.Replace, Concept.Swap, Concept.Cut, Concept.Trim, Concept.Keep))) || reading.Edits is [Ask] || !reading.Clauses.Any(UsesWhole) && !reading.Says(Concept.Replace, Concept.Swap, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode, Concept.VersionWord, Concept.Mute, Concept.Merge, Concept.Under) && !(place.As == FileRole.Voice && reading.Says(Concept.Loop))
        && !reading.Clauses.Any(c => c.Tokens.Any(t => t.Concept == Concept.Change && WordLists.Exchanging.Contains(c.TextOf(t)))));

    /// <summary>"use this one"; "use 0:40 to 1:00 of it as the intro" asks for something else.</summary>
    private static bool UsesWhole(Clause clause) => clause.Has(Concept.Use) && !clause.Has(Concept.Begin, Concept.End, Concept.Chorus) && !clause.Tokens.Any(t => t.IsTime);

    /// <summary>The one thing that a message names which led to nothing: the next message may be about it.</summary>
    private static Subject NamedAlone(IReadOnlyList<Clause> clauses) => clauses.SelectMany(c => c.Tokens)
        .Select(t => t.Concept switch { Concept.Music => Subject.Music, Concept.Voice => Subject.Voice, var other => Clause.SubjectOf(other) }).Where(s => s != Subject.None).Distinct().ToList() is [var only] ? only : Subject.None;

    private static TimeSpan LengthOf(Situation situation) => situation.Project is { } project && situation.HasMaterial ? project.Duration
        : situation.Files.LastOrDefault(f => f.Facts.HasAudio || f.Facts.HasVideo)?.Facts.Duration ?? TimeSpan.Zero;
}
