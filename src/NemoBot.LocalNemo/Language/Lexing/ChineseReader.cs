using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Finds known phrases in text without spaces.</summary>
/// <param name="folded">The message in small letters of one width.</param>
/// <param name="vocabulary">The phrases.</param>
internal sealed class ChineseReader(string folded, Vocabulary vocabulary)
{
    private const int Lookahead = 9;
    private const int LongestMixed = 10;

    /// <summary>The token at a position: the phrase after which most is understood, else the longest.</summary>
    public Token Read(int at)
    {
        Token? best = null;
        var fewest = int.MaxValue;
        for (var length = Math.Min(Vocabulary.LongestPhrase, folded.Length - at); length > 0; length--)
        {
            if (vocabulary.Knows(folded.AsSpan(at, length))
                && vocabulary.Find(folded.Substring(at, length), at, length) is { } token
                && CountUnknown(token.End, at + Lookahead) is var unknown
                && unknown < fewest)
            {
                (best, fewest) = (token, unknown);
            }
        }

        return best ?? new Token(TokenKind.Unknown, at, 1);
    }

    /// <summary>B站, mp3格式: a phrase that begins with Latin letters and goes on in Chinese.</summary>
    public Token? ReadMixed(int at)
    {
        for (var length = Math.Min(LongestMixed, folded.Length - at); length > 1; length--)
        {
            if (Lexer.IsChinese(folded[at + length - 1]) && vocabulary.Knows(folded.AsSpan(at, length)))
            {
                return vocabulary.Find(folded.Substring(at, length), at, length);
            }
        }

        return null;
    }

    /// <summary>How many characters up to a position would not be understood if the longest phrases were taken.</summary>
    private int CountUnknown(int at, int stop)
    {
        var (unknown, end) = (0, Math.Min(stop, folded.Length));
        while (at < end && Lexer.IsChinese(folded[at]))
        {
            var length = Math.Min(Vocabulary.LongestPhrase, folded.Length - at);
            while (length > 0 && !vocabulary.Knows(folded.AsSpan(at, length)))
            {
                length--;
            }

            unknown += length == 0 ? 1 : 0;
            at += Math.Max(length, 1);
        }

        return unknown;
    }
}
