using System.Text;
using UtfUnknown;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Decodes text of unknown encoding: byte order mark, UTF-8, UTF-16 without a mark, then the best guess.</summary>
internal static class TextDecoder
{
    private const double SureDoubleByte = 0.7;
    private const double SureSingleByte = 0.4;
    private const int SampleLength = 128 * 1024;
    private const int WesternPage = 1252;

    private static readonly Dictionary<string, int> DoubleByte = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gb18030"] = 54936,
        ["gb2312"] = 54936,
        ["hz-gb-2312"] = 54936,
        ["big5"] = 950,
        ["shift-jis"] = 932,
        ["shift_jis"] = 932,
        ["euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220,
        ["euc-kr"] = 949,
        ["ks_c_5601-1987"] = 949,
    };

    /// <summary>Windows' pages in place of ISO's: they add the quotes and dashes that ISO leaves undefined.</summary>
    private static readonly Dictionary<string, int> SingleByte = new(StringComparer.OrdinalIgnoreCase)
    {
        ["windows-1250"] = 1250,
        ["iso-8859-2"] = 1250,
        ["windows-1251"] = 1251,
        ["iso-8859-5"] = 28595,
        ["koi8-r"] = 20866,
        ["ibm866"] = 866,
        ["windows-1252"] = 1252,
        ["iso-8859-1"] = 1252,
        ["iso-8859-15"] = 1252,
        ["windows-1253"] = 1253,
        ["iso-8859-7"] = 1253,
        ["windows-1254"] = 1254,
        ["iso-8859-9"] = 1254,
        ["windows-1255"] = 1255,
        ["iso-8859-8"] = 1255,
        ["windows-1256"] = 1256,
        ["windows-1257"] = 1257,
        ["windows-1258"] = 1258,
        ["tis-620"] = 874,
        ["windows-874"] = 874,
        ["iso-8859-11"] = 874,
    };

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Decodes at most <see cref="CaptionLimits.MaxBytes"/>.</summary>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> content)
    {
        var bytes = content.Length > CaptionLimits.MaxBytes ? content[..CaptionLimits.MaxBytes] : content;
        var (encoding, skip) = FindMark(bytes);
        encoding ??= FindWide(bytes) ?? (IsUtf8(bytes) ? Utf8 : Guess(bytes));
        return (Lenient(encoding).GetString(bytes[skip..]).Trim('\uFEFF'), encoding.WebName);
    }

    private static (Encoding? Encoding, int Skip) FindMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (IsUtf8(bytes) ? Utf8 : null, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>UTF-16 without a mark: line ends, digits and colons leave zeros at every second byte.</summary>
    private static Encoding? FindWide(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return (even + odd) * 10 < sample.Length ? null : odd >= even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    /// <summary>The last character may be cut by the limit: up to three bytes of it are missing then.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut <= Math.Min(bytes.Length, bytes.Length == CaptionLimits.MaxBytes ? 3 : 0); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)].ToArray();
        var detected = CharsetDetector.DetectFromBytes(sample).Detected;
        var name = detected?.EncodingName ?? "";
        var confidence = detected?.Confidence ?? 0;
        if (DoubleByte.TryGetValue(name, out var page) && confidence >= SureDoubleByte)
        {
            return CodePage(page);
        }

        // A handful of characters is too little for the detector.
        var guess = DoubleByteGuess.Find(sample);
        if (guess is null && SingleByte.TryGetValue(name, out var single) && confidence >= SureSingleByte)
        {
            guess = single;
        }

        return CodePage(guess ?? WesternPage);
    }

    private static Encoding CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static Encoding Lenient(Encoding encoding)
    {
        var copy = (Encoding)encoding.Clone();
        copy.DecoderFallback = DecoderFallback.ReplacementFallback;
        return copy;
    }
}
