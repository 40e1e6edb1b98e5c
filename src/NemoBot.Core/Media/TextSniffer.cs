using System.Text;

namespace NemoBot.Core.Media;

/// <summary>Recognizes text, and among text the forms that hold captions or lyrics.</summary>
internal static class TextSniffer
{
    private static readonly string[] TextEndings = ["srt", "vtt", "lrc", "txt", "ass", "ssa"];

    /// <summary>The type; null if it is not text or nothing but white space.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head, string ending)
    {
        if (Read(head, ending) is not { } text)
        {
            return null;
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines switch
        {
            [] => null,
            [var first, ..] when first.TrimStart('\ufeff').StartsWith("WEBVTT", StringComparison.Ordinal) => new(MediaKind.Text, "vtt", "text/vtt"),
            [var first, ..] when first.TrimStart('\ufeff').StartsWith("[Script Info]", StringComparison.OrdinalIgnoreCase) => new(MediaKind.Text, "ass", "text/x-ass"),
            _ when lines.Take(3).Any(l => l.Contains("-->", StringComparison.Ordinal)) => new(MediaKind.Text, "srt", "application/x-subrip"),
            _ when lines.Take(20).Any(IsTimedLyric) => new(MediaKind.Text, "lrc", "text/plain"),
            _ => new(MediaKind.Text, "txt", "text/plain"),
        };
    }

    // [01:23.45] and what is sung then
    private static bool IsTimedLyric(string line) =>
        line is ['[', var a, var b, ':', var c, var d, '.' or ']' or ':', ..]
        && char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c) && char.IsAsciiDigit(d);

    private static string? Read(ReadOnlySpan<byte> head, string ending)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
        {
            return Printable(Encoding.Unicode.GetString(head[2..(head.Length & ~1)]));
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
        {
            return Printable(Encoding.BigEndianUnicode.GetString(head[2..(head.Length & ~1)]));
        }

        if (head.IndexOfAnyInRange<byte>(0, 8) >= 0)
        {
            return TextEndings.Contains(ending) ? Wide(head) : null;
        }

        var whole = WithoutCutCharacter(head);
        return System.Text.Unicode.Utf8.IsValid(whole)
            ? Printable(Encoding.UTF8.GetString(whole))
            // Chinese subtitles are often in an older encoding: then the name must say that it is text.
            : TextEndings.Contains(ending) ? Printable(Encoding.Latin1.GetString(head)) : null;
    }

    /// <summary>UTF-16 without a mark: spaces, digits and line ends leave zeros at every second byte.</summary>
    private static string? Wide(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            _ = head[i] != 0 ? 0 : i % 2 == 0 ? even++ : odd++;
        }

        return Math.Max(even, odd) * 10 < head.Length || Math.Min(even, odd) > 0 ? null
            : Printable((odd > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[..(head.Length & ~1)]));
    }

    // Old editors end a file with 0x1A; Japanese mail switches character sets with escapes.
    private static string? Printable(string text) =>
        text.Any(c => c is < ' ' and not ('\t' or '\n' or '\v' or '\r' or '\f' or '\u001a' or '\u001b')) || string.IsNullOrWhiteSpace(text.Trim('\ufeff')) ? null : text;

    // The head of a longer file may end within a character.
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> head)
    {
        var end = head.Length;
        for (var back = 1; back <= 3 && back <= end; back++)
        {
            var b = head[^back];
            if ((b & 0xc0) == 0xc0)
            {
                var length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return length > back ? head[..(end - back)] : head;
            }
        }

        return head;
    }
}
