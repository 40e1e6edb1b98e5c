using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>A word of a clause among the words around it.</summary>
internal readonly struct WordInClause(string text, List<Token> tokens, int index)
{
    /// <summary>The word with its meaning.</summary>
    public Token Token => tokens[index];

    /// <summary>How it is spelled, in small letters.</summary>
    public string Word { get; } = Spelled(text, tokens[index]);

    /// <summary>What is before it.</summary>
    public Token? Previous => index > 0 ? tokens[index - 1] : null;

    /// <summary>What is after it.</summary>
    public Token? Next => index + 1 < tokens.Count ? tokens[index + 1] : null;

    /// <summary>How the word before it is spelled; empty at the beginning.</summary>
    public string PreviousWord => Previous is { } previous ? Spelled(text, previous) : "";

    /// <summary>How the word after it is spelled; empty at the end.</summary>
    public string NextWord => Next is { } next ? Spelled(text, next) : "";

    /// <summary>A number is before it.</summary>
    public bool IsCounted => Previous is { Kind: TokenKind.Number };

    /// <summary>The clause speaks of words that follow the voice.</summary>
    public bool IsOfCaptions => Has(Concept.Captions, Concept.Lyrics);

    /// <summary>All tokens of the clause.</summary>
    public List<Token> All => tokens;

    /// <summary>The tokens before it.</summary>
    public IEnumerable<Token> Before => tokens.Take(index);

    /// <summary>One of these is said in the clause.</summary>
    public bool Has(params ReadOnlySpan<Concept> concepts) => tokens.IndexOfAny(concepts) >= 0;

    /// <summary>One of these is in the clause.</summary>
    public bool Has(TokenKind kind) => tokens.Exists(t => t.Kind == kind);

    /// <summary>The clause names a thing of this kind.</summary>
    public bool Names(Subject subject) => tokens.Exists(t => Clause.SubjectOf(t.Concept) == subject);

    /// <summary>The first token after it that matches; null if there is none.</summary>
    public Token? After(Predicate<Token> match) => tokens.FindIndex(index + 1, match) is >= 0 and var found ? tokens[found] : null;

    /// <summary>How a token of the clause is spelled, in small letters.</summary>
    public string Spelling(Token token) => Spelled(text, token);

    /// <summary>The word with another meaning.</summary>
    public Token As(Concept concept) => Token with { Concept = concept };

    /// <summary>A word with this meaning, whatever it was before.</summary>
    public Token AsWord(Concept concept) => Token with { Kind = TokenKind.Word, Concept = concept };

    /// <summary>The word without any meaning.</summary>
    public Token AsUnknown() => Token with { Kind = TokenKind.Unknown, Concept = Concept.None };

    private static string Spelled(string text, Token token) => text[token.Start..token.End].ToLowerInvariant();
}
