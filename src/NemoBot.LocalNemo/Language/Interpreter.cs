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
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Readers.Schedules;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Readers.Talk;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Rewording;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language;

/// <summary>Understands messages in English and Chinese without a language model. Pure: the same message and situation give the same edits.</summary>
internal static class Interpreter
{
    // More than anyone asks for at once: readers look at the other clauses, which must not take long in a pasted text.
    private const int MostClauses = 300;

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
        new OtherPlaces(),
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
        new ShadeReader(),
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
        if (!Retargeting.Read(reading) && !CropQuestions.Read(reading))
        {
            OwnSound.Read(reading);
            PictureTimes.Read(text, reading);
            PictureTexts.Read(reading);
            CardReader.Read(reading);
            PictureSizes.Read(reading);
            Cautions.Apply(reading);
        }

        foreach (var clause in clauses.Take(MostClauses))
        {
            ReadClause(clause, reading);
        }

        return Conclusion.Draw(reading);
    }

    private static void ReadClause(Clause clause, Reading reading)
    {
        if (clause.IsDone || clause.IsUnclear)
        {
            clause.IsHeard = clause.IsDone;
            return;
        }

        var (before, mark) = (reading.Edits.Count, reading.Mark);
        foreach (var reader in Readers.TakeWhile(_ => !clause.IsUnclear))
        {
            reader.Read(clause, reading);
        }

        clause.IsHeard = reading.Mark != mark;
        List<Edit> added = [.. reading.Edits.Skip(before)];
        var isForeign = ForeignCuts.Are(clause, added, reading);
        if (isForeign && reading.Situation.Project is null)
        {
            // Nothing is there yet to ask about: what has just come stays whole.
            reading.Withdraw(before);
            clause.Release();
        }

        reading.IsDoubtful |= added.Count > 0 && (isForeign || Stance.IsDoubtful(clause) || MomentRemovals.Are(clause, added));
        reading.IsSupposed |= added.Exists(e => e is not (Ask or Decline)) && (Stance.IsSupposed(clause) || Stance.Asks(clause));
    }

    /// <summary>The message in words that the readers know: text to text, before anything is cut.</summary>
    private static string Reword(Situation situation)
    {
        var text = EnglishIdioms.Rewrite(PictureOrders.Resolve(WebValues.Resolve(CleanText.Of(situation.Text)), situation));
        text = ChineseIdioms.Rewrite(Backreferences.Resolve(text));
        text = SlideTexts.Resolve(SeveralSlides.Resolve(SameColor.Resolve(text, situation.Project), situation.Project), situation);
        text = SoundMoments.Complete(ThingsOfProject.Name(SlideMoments.Complete(text, situation.Project), situation), situation);
        return Continuation.Complete(SecondThoughts.Complete(ArrivalWords.Complete(text, situation), situation), situation);
    }

    private static IReadOnlyList<Clause> CutIntoClauses(string text, Situation situation)
    {
        var plain = CleanText.Simplified(text);
        var titles = new TitlesInText((situation.Project?.Titles ?? []).Select(t => t.Text), Vocabulary.Default);
        var words = ColorsInNames.Join(text, ColonTitles.Join(text, ProperNames.Join(text, QuotedSounds.Read(Lexer.Cut(text, Vocabulary.Default, new FileNamesInText(situation.Files, Vocabulary.Default), titles)))));
        var tokens = Portions.Resolve(UnitWords.Read(plain, SpeechTimes.Join(plain, words)), LengthOf(situation, words));
        return ClauseSplitter.Cut(text, Ranges.Join(plain, WordsInContext.Resolve(plain, ColorPairs.Resolve(plain, tokens, situation), situation)));
    }

    /// <summary>What halves and thirds are parts of; after an undo of a cut, of what there was before it.</summary>
    private static TimeSpan LengthOf(Situation situation, IReadOnlyList<Token> words) =>
        situation is { LastEdits: [.., CutRanges or KeepRanges], Project.Clips: { Count: > 0 } clips } && words.Any(w => w.Concept == Concept.Undo)
            ? TimeSpan.FromSeconds(clips.DistinctBy(c => c.Asset.Id).Sum(c => c.Asset.Facts.Duration.TotalSeconds / c.Speed))
        : situation.Project is { } project && situation.HasMaterial ? project.Duration
        : situation.Files.LastOrDefault(f => f.Facts.HasAudio || f.Facts.HasVideo)?.Facts.Duration ?? TimeSpan.Zero;
}
