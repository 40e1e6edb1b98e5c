using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NemoBot.Core.Media;

/// <summary>Makes the names that senders give safe to store, to show and to hand to other programs.</summary>
internal static class FileNames
{
    // Room for a prefix below the 255 bytes that file systems allow.
    private const int MostBytes = 120;
    private const int LongestEnding = 5;

    // Unlike the straight one it is a letter to all that reads a name.
    private const char Apostrophe = '’';

    // What a path, a shell, a header or a file system somewhere reads as more than a letter.
    private const string Unsafe = "\"'`<>|?*:;\\/“”‘’«»$";

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])]);

    private static readonly FrozenSet<string> KnownEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "mp3", "mp2", "wav", "m4a", "m4b", "aac", "flac", "ogg", "oga", "opus", "amr", "aif", "aiff", "wma", "caf", "wv", "weba",
        "mka", "mp4", "m4v", "mov", "qt", "avi", "webm", "mkv", "3gp", "3g2", "wmv", "asf", "flv", "mpg", "mpeg", "ts", "mts",
        "m2ts", "ogv", "w64", "au", "snd", "tta", "ape", "mpc", "ac3", "dts", "ra", "oma", "eac3", "voc", "vob", "m2p", "rm",
        "rmvb", "mxf", "nut", "ivf", "y4m", "dv", "h264", "264", "hevc", "h265", "265", "m2v", "jxl", "jp2", "j2k", "psd", "ppm",
        "pgm", "pnm", "qoi", "pbm", "pcx", "m4r", "m2t", "apng", "jpe", "aifc", "spdif", "fits", "gsm", "thd", "mlp", "ec3",
        "dtshd", "qta", "f4v", "ismv", "spx", "wtv", "amv", "obu", "mjpeg", "mjpg", "sox", "sf", "adx", "g722", "jls", "ico",
        "dpx", "pfm", "tga", "exr", "sgi", "ras", "pam", "dds", "sbc", "tco", "sph", "lbc", "dss", "mmf", "pvf", "avr", "vqf",
        "shn", "qcp", "xwma", "8svx", "dff", "mod", "xm", "it", "s3m", "xwd", "h261", "h263", "jpg", "jpeg", "png", "gif",
        "webp", "bmp", "tif", "tiff", "heic", "heif", "avif", "srt", "vtt", "lrc", "ass", "ssa", "txt", "md", "exe", "bin");

    private static readonly string[][] Alike =
    [
        ["jpg", "jpeg", "jpe"], ["tiff", "tif"], ["aiff", "aif", "aifc"], ["mp4", "m4v"], ["m4a", "m4b"], ["ogg", "oga", "opus"],
        ["3gp", "3g2"], ["mov", "qt", "qta"], ["mpg", "mpeg", "vob", "m2p"], ["ts", "mts", "m2ts", "m2t"], ["webm", "weba"],
        ["mkv", "mka"], ["au", "snd"], ["heic", "heif"], ["wmv", "asf"], ["mp3", "mp2"], ["rm", "rmvb"], ["ac3", "eac3", "ec3"],
        ["dts", "dtshd"], ["h264", "264"], ["hevc", "h265", "265"], ["jp2", "j2k", "jpf"], ["tco", "rco"], ["sph", "nist"],
        ["h261", "261"], ["h263", "263"], ["mjpeg", "mjpg"], ["ppm", "pgm", "pnm", "pbm"], ["txt", "md", "srt", "lrc", "vtt"],
        ["ass", "ssa"],
    ];

    /// <summary>
    /// A name without path, control characters, quotes and reserved words, of at most 120 bytes in UTF-8, never empty; its ending is
    /// that of <paramref name="type"/>.
    /// </summary>
    public static string Safe(string? name, SniffedType? type)
    {
        var clean = Clean(LastPart(name ?? ""));
        var dot = clean.LastIndexOf('.');
        var ending = dot >= 0 && clean.Length - dot - 1 is >= 1 and <= LongestEnding && clean[(dot + 1)..].All(char.IsAsciiLetterOrDigit)
            ? clean[(dot + 1)..]
            : "";
        var stem = ending.Length > 0 ? clean[..dot] : clean;
        if (type is not null && !AreAlike(ending, type.Extension))
        {
            // "1.2" of "mix 1.2" is no ending that could be wrong.
            stem = ending.Length == 0 || KnownEndings.Contains(ending) ? stem : clean;
            ending = type.Extension;
        }

        stem = stem.Trim(' ', '.', '-', '_');
        stem = stem.Length == 0 ? "file" : Reserved.Contains(stem.Split('.')[0].TrimEnd()) ? "_" + stem : stem;
        return Cut(stem, MostBytes - (ending.Length > 0 ? ending.Length + 1 : 0)) + (ending.Length > 0 ? "." + ending : "");
    }

    private static bool AreAlike(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || Alike.Any(group => group.Contains(one, StringComparer.OrdinalIgnoreCase) && group.Contains(other, StringComparer.OrdinalIgnoreCase));

    private static string LastPart(string name)
    {
        var trimmed = name.Trim().TrimEnd('/', '\\');
        return trimmed[(trimmed.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder();
        Rune[] runes = [.. name.EnumerateRunes()];
        foreach (var (at, rune) in runes.Index())
        {
            if (rune == Rune.ReplacementChar || IsInvisible(rune))
            {
                continue;
            }

            if (rune.Value is '\'' or Apostrophe && IsBetweenLetters(clean, runes.AsSpan(at + 1)))
            {
                clean.Append(Apostrophe);
            }
            else if (Rune.IsWhiteSpace(rune) || (rune.IsBmp && Unsafe.Contains((char)rune.Value)))
            {
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Replace(" .", ".", StringComparison.Ordinal).Trim(' ').TrimEnd('.');
    }

    /// <summary>As in "Don't Stop".</summary>
    private static bool IsBetweenLetters(StringBuilder before, ReadOnlySpan<Rune> after) =>
        before.Length > 0 && char.IsLetter(before[^1]) && !after.IsEmpty && Rune.IsLetter(after[0]);

    // Line breaks become spaces. The joiner holds emoji together; other invisible signs can turn the ending around before the reader's eyes.
    private static bool IsInvisible(Rune rune) =>
        rune.Value != 0x200d
        && !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Cut(string stem, int mostBytes)
    {
        var cut = new StringBuilder();
        var bytes = 0;
        var elements = StringInfo.GetTextElementEnumerator(stem);
        while (elements.MoveNext() && (bytes += Encoding.UTF8.GetByteCount(elements.GetTextElement())) <= mostBytes)
        {
            cut.Append(elements.GetTextElement());
        }

        var text = cut.ToString().TrimEnd(' ', '.', Apostrophe);
        return text.Length == 0 ? "file" : text;
    }
}
