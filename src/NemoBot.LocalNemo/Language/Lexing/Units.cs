using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>The units that can follow a number.</summary>
internal static class Units
{
    private static readonly (string Word, TokenKind Kind, double Factor, bool OnlyAttached)[] All =
    [
        .. Entries(TokenKind.Megabytes, 1, "megabytes", "megabyte", "megs", "meg", "mib", "mbs", "mb", "兆字节", "兆", "m以内", "m以下", "m之内", "m左右", "m的文件"),
        .. Entries(TokenKind.Megabytes, 1000, "gigabytes", "gigabyte", "gigs", "gig", "gb", "g以内", "g以下"), .. Entries(TokenKind.Megabytes, 0.001, "kilobytes", "kilobyte", "kib", "kb", "k以内", "k以下"),
        .. Entries(TokenKind.Decibel, 1, "db", "decibels", "decibel", "分贝"),
        .. Entries(TokenKind.Duration, 1, "seconds", "second", "secs", "sec", "s", "秒钟", "秒"),
        .. Entries(TokenKind.Duration, 60, "minutes", "minute", "mins", "min", "分钟", "分"),
        .. Entries(TokenKind.Duration, 3600, "hours", "hour", "小时", "个小时"),
        .. Entries(TokenKind.Duration, 0.001, "milliseconds", "millisecond", "ms", "毫秒"),
        .. Entries(TokenKind.Percent, 0.01, "%", "percent", "per cent"),
        .. Entries(TokenKind.Percent, 0.1, "成"),
        .. Entries(TokenKind.FrameRate, 1, "fps", "frames per second", "frames a second", "帧每秒", "帧"),
        .. Entries(TokenKind.Lufs, 1, "lufs", "lkfs"),
        .. Entries(TokenKind.Factor, 1, "倍速", "倍", "times"),
        ("x", TokenKind.Factor, 1, true),
        // 1m30s is minutes; a lone "m" after a space could be anything.
        ("m", TokenKind.Duration, 60, true), ("p", TokenKind.Lines, 1, true), ("k", TokenKind.Lines, 1000, true), ("h", TokenKind.Duration, 3600, true),
    ];

    /// <summary>Reads the unit after a number; null if there is none.</summary>
    public static (TokenKind Kind, double Factor, int End)? Read(string text, int at, bool digits)
    {
        var start = at < text.Length && text[at] is ' ' or '-' ? at + 1 : at;
        foreach (var (word, kind, factor, onlyAttached) in All)
        {
            if ((onlyAttached && (start != at || !digits)) || !text.AsSpan(Math.Min(start, text.Length)).StartsWith(word, StringComparison.Ordinal))
            {
                continue;
            }

            var end = start + word.Length;
            var letters = char.IsAsciiLetter(word[^1]);
            // "1m30s": a digit may follow a one-letter unit, a letter may not.
            if (!letters || end >= text.Length || !(char.IsAsciiLetter(text[end]) || (char.IsAsciiDigit(text[end]) && word.Length > 1)))
            {
                return (kind, factor, end);
            }
        }

        return null;
    }

    private static IEnumerable<(string Word, TokenKind Kind, double Factor, bool OnlyAttached)> Entries(TokenKind kind, double factor, params string[] words) =>
        words.Select(w => (w, kind, factor, false));
}
