using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>The tokens of a message, with what they meet.</summary>
/// <param name="Text">The message that the tokens were cut from.</param>
/// <param name="Tokens">The tokens in order.</param>
/// <param name="Situation">The project and the files.</param>
internal sealed record Utterance(string Text, IReadOnlyList<Token> Tokens, Situation Situation)
{
    /// <summary>A token as it was written.</summary>
    public string TextOf(Token token) => Text[token.Start..token.End];

    /// <summary>A token as it was written, in small letters; empty outside of the message.</summary>
    public string TextAt(int index) => index >= 0 && index < Tokens.Count ? TextOf(Tokens[index]).ToLowerInvariant() : "";

    /// <summary>It is written in Chinese.</summary>
    public bool IsChinese(Token token) => Text[token.Start] >= 0x2E80;

    /// <summary>One of the meanings occurs.</summary>
    public bool Has(params ReadOnlySpan<Concept> concepts) => Tokens.IndexOfAny(concepts) >= 0;

    /// <summary>A text in quotes occurs, or a colon before one.</summary>
    public bool GivesText => Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon);

    /// <summary>The tokens of the same clause before one.</summary>
    public IEnumerable<Token> Before(int index) => Tokens.Take(index).Reverse().TakeWhile(t => t.Kind != TokenKind.Break);

    /// <summary>Gives some tokens another meaning.</summary>
    public Utterance Rename(Concept concept, Func<Token, int, bool> which) => Change(which, t => t with { Concept = concept });

    /// <summary>Takes the meaning from some tokens, so that they are named as not understood.</summary>
    public Utterance Forget(Func<Token, int, bool> which) => Change(which, t => t with { Kind = TokenKind.Unknown, Concept = Concept.None });

    /// <summary>Changes some tokens.</summary>
    public Utterance Change(Func<Token, int, bool> which, Func<Token, Token> change) => this with { Tokens = [.. Tokens.Select((t, i) => which(t, i) ? change(t) : t)] };
}
