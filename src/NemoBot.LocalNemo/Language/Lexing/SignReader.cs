using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Reads what begins with a sign: +3 dB, #ff8800, @owlking.</summary>
/// <param name="text">The message as it was written.</param>
/// <param name="folded">The same in small letters of one width.</param>
internal sealed class SignReader(string text, string folded)
{
    /// <summary>The token at a position; null if no sign that means something is there.</summary>
    public Token? Read(int at) => folded[at] switch
    {
        '-' or '+' or '−' => ReadSigned(at),
        '@' => ReadHandle(at),
        '#' => ReadHandle(at) ?? ReadHex(at),
        _ => null,
    };

    /// <summary>+3 dB, -14 LUFS, −20%: a sign counts only where a change is said, elsewhere it is a dash.</summary>
    private Token? ReadSigned(int at)
    {
        if (at + 1 >= folded.Length || (at > 0 && char.IsLetterOrDigit(folded[at - 1]) && folded[at - 1] < 0x2E80)
            || NumberReader.Read(folded, at + 1) is not { Kind: TokenKind.Decibel or TokenKind.Lufs or TokenKind.Percent } number)
        {
            return null;
        }

        return number with { Start = at, Length = number.Length + 1, Value = folded[at] == '+' ? number.Value : -number.Value };
    }

    private Token? ReadHex(int at)
    {
        foreach (var length in (ReadOnlySpan<int>)[7, 4])
        {
            if (at + length <= folded.Length && (at + length == folded.Length || !Lexer.IsLatin(folded[at + length]))
                && Palette.ParseHex(folded.Substring(at, length)) is { } hex)
            {
                return new Token(TokenKind.Color, at, length) { Content = hex };
            }
        }

        return null;
    }

    /// <summary>@owlking, #MondayTalk: names that are shown as they are.</summary>
    private Token? ReadHandle(int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            end++;
        }

        end = text[end - 1] == '.' ? end - 1 : end;
        var named = end - at > 3 && char.IsLetter(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
        return named && (text[at] == '@' || ReadHex(at) is null) ? new Token(TokenKind.Quote, at, end - at) { Content = text[at..end] } : null;
    }
}
