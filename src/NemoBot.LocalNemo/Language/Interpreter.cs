using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Understands messages in English and Chinese without a language model. Pure: the same message and situation give the same edits.</summary>
internal static class Interpreter
{
    /// <summary>The order matters: who comes first takes the words first.</summary>
    private static readonly IReadOnlyList<IClauseReader> Readers =
    [
        new CaptionFileReader(), new QuestionReader(), new MoreReader(), new CorrectionReader(), new HistoryReader(), new DescriptionReader(), new OutputReader(), new ClipPartReader(), new MusicTimesReader(), new CaptionReader(), new SilenceReader(), new SpeedReader(),
        new MixReader(), new LogoReader(), new ArrivalReader(), new SlideReader(), new RemovalReader(), new CanvasReader(), new TrimReader(), new TitleReader(), new PictureReader(), new SceneReader(),
        new BackgroundReader(), new VisualReader(), new MusicReader(), new VolumeReader(), new FadeReader(), new MaterialReader(), new DeclineReader(),
    ];

    /// <summary>Reads a message.</summary>
    public static Interpretation Read(Situation situation)
    {
        var (text, pasted) = PastedLines.Split(Continuation.Complete(ArrivalWords.Complete(SameColor.Resolve(Paraphrases.Rewrite(Backreferences.Resolve(Rephrasings.Apply(CleanText.Of(situation.Text)))), situation.Project), situation), situation));
        var titles = new TitlesInText((situation.Project?.Titles ?? []).Select(t => t.Text), Vocabulary.Default);
        var plain = CleanText.Simplified(text);
        var tokens = Portions.Resolve(UnitWords.Read(plain, SpeechTimes.Join(plain, ProperNames.Join(text, Lexer.Cut(text, Vocabulary.Default, new FileNamesInText(situation.Files, Vocabulary.Default), titles)))), LengthOf(situation));
        var clauses = Clauses.Cut(text, TextsAsCaptions(plain, CountedItems(plain, SongsAsMusic(plain, ColorPairs.Resolve(plain, tokens, situation), situation), situation), situation));
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
            reading.IsSupposed |= reading.Edits.Skip(before).Any(e => e is not (Ask or Decline)) && Stance.IsSupposed(clause);
        }

        var places = reading.RefusesFiles ? [] : new Placement(reading).Place();
        // "mute the clip and use the song": the song is the main sound by then.
        var replaced = places.Concat(reading.Edits.OfType<PlaceFile>()).Any(p => p.As == FileRole.Voice);
        List<Edit> edits = [.. places, .. reading.Edits.Where(e => !replaced || e is not SetVolume { Track: Track.Main, Level: 0 })];
        ShowWhole(reading, edits);
        if (edits.Exists(e => e is SetBackground))
        {
            edits.RemoveAll(e => e is UseAnyPicture);
        }

        if (edits.Exists(e => e is RemoveCaptions) && situation.Project?.Captions is null && edits.Exists(e => e is AddCaptions))
        {
            // "lyric style, no lyrics yet".
            edits.RemoveAll(e => e is RemoveCaptions or AddCaptions);
        }

        return new Interpretation
        {
            Edits = edits,
            Leftovers = Leftovers.Of(clauses, edits.Count > 0),
            Modifiers = [.. clauses.SelectMany(c => c.Tokens.Where((t, i) => !c.IsClaimed(i) && WordLists.Modifiers.Contains(c.TextOf(t))).Select(c.TextOf))],
            IsGuess = tokens.Any(t => t.IsGuess) || reading.IsDoubtful || Leftovers.AreHidden(clauses),
            IsDoubtful = reading.IsDoubtful || places.Any(p => ReplacesUnasked(p, reading)),
            IsSupposed = reading.IsSupposed,
            Focus = reading.Focus == situation.Focus && places.Any(p => p.As == FileRole.Music) ? Subject.Music : reading.Focus,
            SmallTalk = reading.SmallTalk,
            Suggestions = reading.Suggestions,
            Choice = reading.Choice,
            Named = [.. clauses.SelectMany(c => c.Tokens).Select(t => t.Kind == TokenKind.Color ? Concept.ColorWord : t.Concept).Distinct()],
            IsRequest = reading.Edits.Any(e => e is not Ask) || clauses.Any(c => c.Has(
                Concept.Waveform, Concept.Video, Concept.Voice, Concept.Music, Concept.Trim, Concept.FadeIn, Concept.Slideshow, Concept.Export, Concept.Recording)),
        };
    }

    /// <summary>"bring the song up": the music, where some plays beside the main sound.</summary>
    private static IReadOnlyList<Token> SongsAsMusic(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        // "the music a bit quieter": the sound that took the place of the clip's own.
        situation.Project is { Music.Count: 0 } and ({ Voice: not null } or { Slides.Count: > 0, Clips.Count: > 0 }) && situation.NewFiles.Count == 0 && !tokens.Any(t => t.Concept is Concept.Add or Concept.Remove or Concept.Voice)
            ? [.. tokens.Select(t => t.Concept == Concept.Music ? t with { Concept = Concept.Voice } : t)]
        : situation.Project is { Music.Count: 0 } && situation.NewFiles.Count == 0 && tokens.Any(t => t.Concept is Concept.Cut or Concept.Remove) && tokens.Any(t => t.IsTime)
            // "the intro jingle runs 6 seconds, cut it": what is heard in the recording.
            ? [.. tokens.Select(t => t.Concept == Concept.Music && WordLists.Jingles.Contains(text[t.Start..t.End]) ? t with { Concept = tokens.Any(o => o.Concept is Concept.Begin or Concept.First or Concept.End or Concept.Last) ? Concept.Filler : Concept.Begin } : t)]
        : situation.Project is not { Music.Count: > 0 } || situation.NewFiles.Count > 0 ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Voice && text[t.Start..t.End].ToLowerInvariant() is "song" or "歌" or "歌曲" or "这首歌" ? t with { Concept = Concept.Music } : t)];

    /// <summary>第二段放到前面, 不要第一张: what is counted are the clips or the pictures that there are.</summary>
    private static IReadOnlyList<Token> CountedItems(string text, IReadOnlyList<Token> tokens, Situation situation)
    {
        var (clips, slides) = (situation.Project is { Clips.Count: > 1, Slides.Count: 0 }, situation.Project is { Slides.Count: > 1 });
        return !clips && !slides ? tokens : [.. tokens.SelectMany((t, i) => i > 0 && tokens[i - 1].Kind == TokenKind.Ordinal && text[t.Start..t.End].Equals("one", StringComparison.OrdinalIgnoreCase) ? [t with { Kind = TokenKind.Word, Concept = clips ? Concept.Video : Concept.Image }]
            : t.Kind == TokenKind.Ordinal && text[t.End - 1] is var unit && (unit is '段' or '条' && clips || unit is '张' or '幅' && slides)
            && !(i + 1 < tokens.Count && (Clause.SubjectOf(tokens[i + 1].Concept) != Subject.None || tokens[i + 1].Concept is Concept.Video))
            ? [t with { Length = t.Length - 1 }, new Token(TokenKind.Word, t.End - 1, 1) { Concept = clips ? Concept.Video : Concept.Image }] : (IEnumerable<Token>)[t])];
    }

    /// <summary>"make the words bigger": the captions, where they are the only text.</summary>
    private static IReadOnlyList<Token> TextsAsCaptions(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        tokens.Any(t => t.Concept == Concept.Captions) && (situation.Project?.Captions is not null || (situation.Project is not { Titles.Count: > 0 } && tokens.All(t => t.Concept != Concept.Title || text[t.Start..t.End] == "字"))) && !tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon) ? [.. tokens.Select(t => t.Concept == Concept.Title && text[t.Start..t.End] == "字" ? t with { Concept = Concept.Filler } : t)]
        : situation.Project is not { Captions: not null, Titles.Count: 0 } || tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon || t.Concept is Concept.Add or Concept.Captions or Concept.Called) ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Title && WordLists.Texts.Contains(text[t.Start..t.End]) ? t with { Concept = Concept.Captions } : t)];

    /// <summary>"make it 4:5, don't cut anyone off": the new shape shows the whole picture.</summary>
    private static void ShowWhole(Reading reading, List<Edit> edits)
    {
        if (reading.ForbidsCropping && edits.Exists(e => e is SetCanvas { Ratio: not null }))
        {
            edits.RemoveAll(e => e is SetPicture { Fit: not null });
            edits.Add(new SetPicture { Fit = PictureFit.Blur });
        }
    }

    /// <summary>A new sound takes the place of the main one although no word asks for that.</summary>
    private static bool ReplacesUnasked(PlaceFile place, Reading reading) => place.As is FileRole.Main or FileRole.Voice && reading.Situation.HasMaterial && reading.Clauses.Count > 0
        && (reading.Edits is [Ask] || !reading.Clauses.Any(UsesWhole) && !reading.Says(Concept.Replace, Concept.Swap, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode, Concept.VersionWord, Concept.Mute, Concept.Merge, Concept.Under)
        && !reading.Clauses.Any(c => c.Tokens.Any(t => t.Concept == Concept.Change && WordLists.Exchanging.Contains(c.TextOf(t)))));

    /// <summary>"use this one"; "use 0:40 to 1:00 of it as the intro" asks for something else.</summary>
    private static bool UsesWhole(Clause clause) => clause.Has(Concept.Use) && !clause.Has(Concept.Begin, Concept.End, Concept.Chorus) && !clause.Tokens.Any(t => t.IsTime);

    private static TimeSpan LengthOf(Situation situation) => situation.Project is { } project && situation.HasMaterial ? project.Duration
        : situation.Files.LastOrDefault(f => f.Facts.HasAudio || f.Facts.HasVideo)?.Facts.Duration ?? TimeSpan.Zero;
}
