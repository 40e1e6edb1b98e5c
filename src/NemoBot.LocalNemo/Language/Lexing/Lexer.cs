using NemoBot.Core.Links;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Cuts a message into tokens, the longest known phrase first. Time grows with the length of the text, never faster.</summary>
internal sealed class Lexer
{
    private const string Breaks = ".!?;,\n。！？；，、…|•*";
    private const string Dashes = "-–—~～〜";
    private const int LongestWord = 40;
    private const int Lookahead = 9;
    private const int LongestMixed = 10;

    private readonly string _text;
    private readonly string _folded;
    private readonly Vocabulary _vocabulary;
    private readonly FileNamesInText _files;
    private readonly TitlesInText _titles;
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<int, int> _addresses;

    private Lexer(string text, Vocabulary vocabulary, FileNamesInText files, TitlesInText titles) =>
        (_text, _folded, _vocabulary, _files, _titles, _addresses) =
            (text, CleanText.Folded(text), vocabulary, files, titles, WebAddresses.Find(text).ToDictionary(a => a.Start, a => a.Length));

    /// <summary>Cuts a cleaned text.</summary>
    public static IReadOnlyList<Token> Cut(string text, Vocabulary vocabulary, FileNamesInText files, TitlesInText titles)
    {
        var lexer = new Lexer(text, vocabulary, files, titles);
        for (var at = 0; at < text.Length;)
        {
            at = lexer.Step(at);
        }

        return lexer._tokens;
    }

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && c < 0x2E80;

    private static bool IsChinese(char c) => c is >= '\u2E80' and < '\uD800' && char.IsLetter(c);

    private int Step(int at)
    {
        var c = _folded[at];
        if (c == ' ')
        {
            return at + 1;
        }

        if (_addresses.TryGetValue(at, out var address))
        {
            // The words of a link ask for nothing.
            return at + address;
        }

        if (IsGenitive(at))
        {
            return at + 2;
        }

        if (QuoteScanner.FindEnd(_text, at) is > 0 and var end)
        {
            return IsFile(at + 1, end) ? end + 1 : Add(new Token(TokenKind.Quote, at, end + 1 - at) { Content = _text[(at + 1)..end].Trim() });
        }

        if (_files.Read(_folded, at) is { } file)
        {
            return Add(file);
        }

        if (_titles.Read(_text, _folded, at) is { } title)
        {
            return Add(title);
        }

        if (NumberReader.Read(_folded, at) is { } number && (number.Kind != TokenKind.Number || OrdinalReader.Read(_folded, at) is null))
        {
            return Add(number);
        }

        if (OrdinalReader.Read(_folded, at) is { } ordinal)
        {
            return Add(ordinal);
        }

        if (c is '-' or '+' or '−' && ReadSigned(at) is { } signed)
        {
            return Add(signed);
        }

        if (c is '@' or '#' && ReadHandle(at) is { } handle)
        {
            return Add(handle);
        }

        if (c == '#' && ReadHex(at) is { } color)
        {
            return Add(color);
        }

        return IsChinese(c) ? Add(ReadChinese(at)) : IsLatin(c) && ReadMixed(at) is { } mixed ? Add(mixed) : IsLatin(c) ? Add(ReadWords(at)) : Mark(at, c);
    }

    /// <summary>A link to a media file in quotes is that file, not a text to show.</summary>
    private bool IsFile(int start, int end) =>
        _addresses.TryGetValue(start, out var length) && start + length == end && WebAddresses.Read(_text[start..end]) is { } link && WebAddresses.IsMedia(link);

    /// <summary>What WordEnd leaves of "title's".</summary>
    private bool IsGenitive(int at) => _folded[at] == '\'' && at > 0 && IsLatin(_folded[at - 1]) && at + 1 < _folded.Length && _folded[at + 1] == 's'
        && (at + 2 >= _folded.Length || !IsLatin(_folded[at + 2])) && _tokens.Count > 0 && _tokens[^1].End == at;

    /// <summary>The point of an abbreviation (Dr. Kim, feat. Ana) or within a word ends no sentence.</summary>
    private bool IsInside(int at) => (at + 1 < _folded.Length && IsLatin(_folded[at + 1]) && at > 0 && IsLatin(_folded[at - 1]))
        || (_tokens.Count > 0 && _tokens[^1].End == at && _folded[_tokens[^1].Start..at] is "dr" or "mr" or "mrs" or "ms" or "st" or "ep" or "no" or "vs" or "feat" or "ft" or "vol" or "pt" or "prof");

    private int Add(Token token)
    {
        _tokens.Add(token);
        return token.End;
    }

    private int Mark(int at, char c)
    {
        if (c == '.' && IsInside(at))
        {
            return at + 1;
        }

        var kind = Breaks.Contains(c, StringComparison.Ordinal) ? TokenKind.Break
            : c is ':' or '：' or '=' ? TokenKind.Colon
            : Dashes.Contains(c, StringComparison.Ordinal) ? TokenKind.Dash
            : TokenKind.Unknown;
        if (kind != TokenKind.Unknown)
        {
            return Add(new Token(kind, at, 1));
        }

        if (c is '&' or '+' or '＋')
        {
            return Add(new Token(TokenKind.Word, at, 1) { Concept = Concept.And });
        }

        var length = char.IsHighSurrogate(c) && at + 1 < _text.Length ? 2 : 1;
        // How a sign is to be drawn belongs to it.
        length += at + length < _text.Length && _text[at + length] == '\uFE0F' ? 1 : 0;
        return char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherSymbol
            ? Add(new Token(TokenKind.Symbol, at, length)) : at + length;
    }

    /// <summary>+3 dB, -14 LUFS, −20%: a sign counts only where a change is said, elsewhere it is a dash.</summary>
    private Token? ReadSigned(int at)
    {
        if (at + 1 >= _folded.Length || (at > 0 && char.IsLetterOrDigit(_folded[at - 1]) && _folded[at - 1] < 0x2E80)
            || NumberReader.Read(_folded, at + 1) is not { Kind: TokenKind.Decibel or TokenKind.Lufs or TokenKind.Percent } number)
        {
            return null;
        }

        return number with { Start = at, Length = number.Length + 1, Value = _folded[at] == '+' ? number.Value : -number.Value };
    }

    private Token? ReadHex(int at)
    {
        foreach (var length in (ReadOnlySpan<int>)[7, 4])
        {
            if (at + length <= _folded.Length && (at + length == _folded.Length || !IsLatin(_folded[at + length]))
                && Palette.ParseHex(_folded.Substring(at, length)) is { } hex)
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
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.'))
        {
            end++;
        }

        end = _text[end - 1] == '.' ? end - 1 : end;
        var named = end - at > 3 && char.IsLetter(_text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(_text[at - 1]));
        return named && (_text[at] == '@' || ReadHex(at) is null) ? new Token(TokenKind.Quote, at, end - at) { Content = _text[at..end] } : null;
    }

    private Token ReadChinese(int at)
    {
        // Chinese has no spaces: of the phrases that fit here, the one after which most is understood, else the longest.
        Token? best = null;
        var fewest = int.MaxValue;
        for (var length = Math.Min(Vocabulary.LongestPhrase, _folded.Length - at); length > 0; length--)
        {
            if (_vocabulary.Knows(_folded.AsSpan(at, length)) && _vocabulary.Find(_folded.Substring(at, length), at, length) is { } token && CountUnknown(token.End, at + Lookahead) is var unknown && unknown < fewest)
            {
                (best, fewest) = (token, unknown);
            }
        }

        return best ?? new Token(TokenKind.Unknown, at, 1);
    }

    /// <summary>B站, mp3格式: a phrase that begins with Latin letters and goes on in Chinese.</summary>
    private Token? ReadMixed(int at)
    {
        for (var length = Math.Min(LongestMixed, _folded.Length - at); length > 1; length--)
        {
            if (IsChinese(_folded[at + length - 1]) && _vocabulary.Knows(_folded.AsSpan(at, length)))
            {
                return _vocabulary.Find(_folded.Substring(at, length), at, length);
            }
        }

        return null;
    }

    /// <summary>How many characters up to a position would not be understood if the longest phrases were taken.</summary>
    private int CountUnknown(int at, int stop)
    {
        var (unknown, end) = (0, Math.Min(stop, _folded.Length));
        while (at < end && IsChinese(_folded[at]))
        {
            var length = Math.Min(Vocabulary.LongestPhrase, _folded.Length - at);
            while (length > 0 && !_vocabulary.Knows(_folded.AsSpan(at, length)))
            {
                length--;
            }

            unknown += length == 0 ? 1 : 0;
            at += Math.Max(length, 1);
        }

        return unknown;
    }

    private Token ReadWords(int at)
    {
        Span<int> ends = stackalloc int[Vocabulary.LongestPhrase];
        var count = 0;
        for (var next = at; count < ends.Length && next < _folded.Length && IsLatin(_folded[next]);)
        {
            next = WordEnd(next);
            ends[count++] = next;
            // Words of a phrase are separated by one space or a hyphen.
            next = next + 1 < _folded.Length && _folded[next] is ' ' or '-' or '/' && IsLatin(_folded[next + 1]) ? next + 1 : _folded.Length;
        }

        for (var words = count; words > 0 && ends[0] - at <= LongestWord; words--)
        {
            var phrase = _folded[at..ends[words - 1]].Replace('-', ' ').Replace("'", "", StringComparison.Ordinal);
            if (_vocabulary.Find(phrase, at, ends[words - 1] - at) is { } token)
            {
                return token;
            }
        }

        var first = _folded[at..ends[0]];
        return (ends[0] - at <= LongestWord ? _vocabulary.Guess(first, at) : null) ?? new Token(TokenKind.Unknown, at, ends[0] - at);
    }

    /// <summary>"what's" is not about a what.</summary>
    private static bool KeepsGenitive(string word) => word is "what" or "where" or "that" or "there" or "here" or "who" or "how";

    private int WordEnd(int at)
    {
        var end = at + 1;
        while (end < _folded.Length && (IsLatin(_folded[end]) || (_folded[end] == '\'' && end + 1 < _folded.Length && IsLatin(_folded[end + 1]))))
        {
            end++;
        }

        // "title's" is about the title.
        return end - at > 3 && _folded[end - 2] == '\'' && _folded[end - 1] == 's' && !KeepsGenitive(_folded[at..(end - 2)]) ? end - 2 : end;
    }
}
