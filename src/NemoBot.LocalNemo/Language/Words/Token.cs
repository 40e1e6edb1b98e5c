using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Words;

/// <summary>A word, phrase, number or quoted text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its position in the text.</param>
/// <param name="Length">Its length.</param>
internal sealed record Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>The meaning of a word.</summary>
    public Concept Concept { get; init; }

    /// <summary>A number; a part as 0 to 1; a ratio as width by height; lines; frames.</summary>
    public double Value { get; init; }

    /// <summary>A length or position of time.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>A quoted text without its quotes; a color's hex value; a file's id.</summary>
    public string Content { get; init; } = "";

    /// <summary>The way to draw the sound that a word names.</summary>
    public VisualStyle Style { get; init; }

    /// <summary>The word was misspelled and its meaning guessed.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The position after it.</summary>
    public int End => Start + Length;

    /// <summary>It says when or how long.</summary>
    public bool IsTime => Kind is TokenKind.Duration or TokenKind.Time;
}
