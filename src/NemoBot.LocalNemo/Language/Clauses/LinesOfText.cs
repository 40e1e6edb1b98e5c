using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Tells a line of text from the line that draws the sound: "two lines max", "a smaller line 'Pastor Kim'".</summary>
internal static class LinesOfText
{
    /// <summary>The word as a line of text; null if it is none.</summary>
    public static Token? Read(WordInClause word)
    {
        if (word.Word is not ("line" or "lines"))
        {
            return null;
        }

        if (word.Word == "line" && IsNewText(word))
        {
            return word.As(Concept.Title);
        }

        if (word.Token.Concept != Concept.Line)
        {
            return word.Word == "line" && IsSecondText(word) ? word.As(Concept.Title) : null;
        }

        if (IsDistance(word))
        {
            return word.As(Concept.Filler) with { Style = default };
        }

        if (IsOfCaption(word))
        {
            return AsLineWord(word);
        }

        if (word.Word == "line" && IsSecondText(word))
        {
            return word.As(Concept.Title);
        }

        return (word.Word == "lines" && IsCount(word)) || IsNumbered(word) ? AsLineWord(word) : null;
    }

    private static Token AsLineWord(WordInClause word) => word.As(Concept.LineWord) with { Style = default };

    /// <summary>"a smaller line 'Pastor Kim'", "put a copyright line at the bottom: © 2026"; 字幕白字黑底 is about the captions.</summary>
    private static bool IsNewText(WordInClause word)
    {
        var isBeforeText = word.Next is { Kind: TokenKind.Quote };
        return (isBeforeText || (word.Has(Concept.Add) && word.After(t => t.Kind == TokenKind.Colon) is not null)) && !word.IsOfCaptions;
    }

    /// <summary>"add a second line below saying 'with Omar'".</summary>
    private static bool IsSecondText(WordInClause word) =>
        (word.Previous is { Kind: TokenKind.Ordinal } or { Concept: Concept.Another })
        && word.Has(TokenKind.Quote)
        && word.Has(Concept.Called, Concept.Add, Concept.Under)
        && !word.IsOfCaptions;

    /// <summary>"move the title 2 lines up".</summary>
    private static bool IsDistance(WordInClause word) =>
        word.IsCounted && word.Next?.Concept is Concept.Upward or Concept.Downward or Concept.TurnUp or Concept.TurnDown;

    /// <summary>"split long caption lines".</summary>
    private static bool IsOfCaption(WordInClause word) => word.IsOfCaptions && !word.Has(Concept.Waveform, Concept.Bars, Concept.Change);

    /// <summary>"smaller text, two lines", "two lines max".</summary>
    private static bool IsCount(WordInClause word) => word.IsCounted && !word.Has(Concept.Waveform, Concept.Visuals);

    /// <summary>"the first line comes too early".</summary>
    private static bool IsNumbered(WordInClause word) =>
        (word.Previous is { Kind: TokenKind.Ordinal } or { Concept: Concept.First or Concept.Last })
        && !word.Has(TokenKind.Quote)
        && !word.Has(Concept.Waveform, Concept.Bars, Concept.Change, Concept.Add);
}
