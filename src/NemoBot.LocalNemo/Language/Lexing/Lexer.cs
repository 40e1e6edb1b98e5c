using NemoBot.Core.Links;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Cuts a message into tokens, the longest known phrase first. Time grows with the length of the text, never faster.</summary>
internal sealed class Lexer
{
    private const string Breaks = ".!?;,\n。！？；，、…|•*";
    private const string Dashes = "-–—~～〜";
    private const int LongestWord = 40;

    private static readonly HashSet<string> Abbreviations = ["dr", "mr", "mrs", "ms", "st", "ep", "no", "vs", "feat", "ft", "vol", "pt", "prof"];
    private static readonly HashSet<string> NameMarks = ["by", "with", "feat", "ft", "from", "guest", "host", "author", "artist"];

    private readonly string _text;
    private readonly string _folded;
    private readonly Vocabulary _vocabulary;
    private readonly FileNamesInText _files;
    private readonly TitlesInText _titles;
    private readonly SignReader _signs;
    private readonly ChineseReader _chinese;
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<int, int> _addresses;

    private Lexer(string text, Vocabulary vocabulary, FileNamesInText files, TitlesInText titles)
    {
        (_text, _folded, _vocabulary, _files, _titles) = (text, CleanText.Folded(text), vocabulary, files, titles);
        _signs = new SignReader(_text, _folded);
        _chinese = new ChineseReader(_folded, vocabulary);
        _addresses = WebAddresses.Find(text).ToDictionary(a => a.Start, a => a.Length);
    }

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

    /// <summary>A letter or digit of a script that has spaces between words.</summary>
    public static bool IsLatin(char c) => char.IsLetterOrDigit(c) && c < 0x2E80;

    /// <summary>A character of a script without spaces.</summary>
    public static bool IsChinese(char c) => c is >= '\u2E80' and < '\uD800' && char.IsLetter(c);

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

        return _files.Read(_folded, at) is { } file ? Add(file)
            : _titles.Read(_text, _folded, at) is { } title ? Add(title)
            : ReadNumber(at) is { } number ? Add(number)
            : _signs.Read(at) is { } sign ? Add(sign)
            : IsChinese(c) ? Add(_chinese.Read(at))
            : !IsLatin(c) ? Mark(at, c)
            : _chinese.ReadMixed(at) is { } mixed ? Add(mixed) : Add(ReadWords(at));
    }

    private Token? ReadNumber(int at) => NumberReader.Read(_folded, at) is { } number && (number.Kind != TokenKind.Number || OrdinalReader.Read(_folded, at) is null)
        ? number
        : OrdinalReader.Read(_folded, at);

    /// <summary>A link to a media file in quotes is that file, not a text to show.</summary>
    private bool IsFile(int start, int end) =>
        _addresses.TryGetValue(start, out var length) && start + length == end && WebAddresses.Read(_text[start..end]) is { } link && WebAddresses.IsMedia(link);

    /// <summary>What WordEnd leaves of "title's".</summary>
    private bool IsGenitive(int at) => _folded[at] == '\'' && at > 0 && IsLatin(_folded[at - 1]) && at + 1 < _folded.Length && _folded[at + 1] == 's'
        && (at + 2 >= _folded.Length || !IsLatin(_folded[at + 2])) && _tokens.Count > 0 && _tokens[^1].End == at;

    /// <summary>The point of an abbreviation (Dr. Kim, feat. Ana), of an initial or within a word ends no sentence.</summary>
    private bool IsInside(int at)
    {
        var isWithin = at + 1 < _folded.Length && IsLatin(_folded[at + 1]) && at > 0 && IsLatin(_folded[at - 1]);
        return isWithin || IsInitial(at) || (_tokens.Count > 0 && _tokens[^1].End == at && Abbreviations.Contains(_folded[_tokens[^1].Start..at]));
    }

    /// <summary>"by K. Amari", "J.R. Amari".</summary>
    private bool IsInitial(int at)
    {
        var isLetter = at > 1 && char.IsUpper(_text[at - 1]) && _text[at - 2] is ' ' or '.';
        if (!isLetter || at + 2 >= _text.Length || _text[at + 1] != ' ' || !char.IsUpper(_text[at + 2]))
        {
            return false;
        }

        if (_text[at - 2] == '.')
        {
            return true;
        }

        var first = _tokens.FindLastIndex(t => t.Length > 1);
        return first >= 0
            && first >= _tokens.Count - 3
            && (NameMarks.Contains(_folded[_tokens[first].Start.._tokens[first].End]) || char.IsUpper(_text[_tokens[first].Start]));
    }

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
