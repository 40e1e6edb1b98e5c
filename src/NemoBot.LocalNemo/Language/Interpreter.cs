using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language;

/// <summary>Understands messages in English and Chinese without a language model. Pure: the same message and situation give the same edits.</summary>
internal static class Interpreter
{
    /// <summary>The order matters: who comes first takes the words first.</summary>
    private static readonly IReadOnlyList<IClauseReader> Readers =
    [
        new QuestionReader(), new CorrectionReader(), new HistoryReader(), new DescriptionReader(), new OutputReader(), new CaptionReader(), new SilenceReader(), new SpeedReader(),
        new MixReader(), new LogoReader(), new SlideReader(), new RemovalReader(), new CanvasReader(), new TrimReader(), new TitleReader(), new PictureReader(), new SceneReader(),
        new BackgroundReader(), new VisualReader(), new MusicReader(), new VolumeReader(), new FadeReader(), new MaterialReader(), new DeclineReader(),
    ];

    /// <summary>Reads a message.</summary>
    public static Interpretation Read(Situation situation)
    {
        var (text, pasted) = PastedLines.Split(CleanText.Of(situation.Text));
        var tokens = Lexer.Cut(text, Vocabulary.Default, new FileNamesInText(situation.Files, Vocabulary.Default));
        var clauses = Clauses.Cut(text, tokens);
        var reading = new Reading(situation, clauses) { PastedLines = pasted };
        foreach (var clause in clauses)
        {
            foreach (var reader in Readers)
            {
                reader.Read(clause, reading);
            }
        }

        IReadOnlyList<Edit> edits = [.. new Placement(reading).Place(), .. reading.Edits];
        return new Interpretation
        {
            Edits = edits,
            Leftovers = Leftovers.Of(clauses),
            IsGuess = tokens.Any(t => t.IsGuess),
            Focus = reading.Focus,
            SmallTalk = reading.SmallTalk,
            Suggestions = reading.Suggestions,
            IsRequest = reading.Edits.Any(e => e is not Ask) || clauses.Any(c => c.Has(
                Concept.Waveform, Concept.Video, Concept.Voice, Concept.Music, Concept.Trim, Concept.FadeIn, Concept.Slideshow, Concept.Export, Concept.Recording)),
        };
    }
}
