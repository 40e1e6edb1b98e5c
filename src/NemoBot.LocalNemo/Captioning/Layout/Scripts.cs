using System.Text;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>What line breaking needs to know about characters.</summary>
internal static class Scripts
{
    private const string Closing = "，。、！？；：）》」』】〕〉…‥・ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ!?.,:;)]}»”’％%";
    private const string Opening = "（《「『【〔〈([{«“‘¿¡";

    /// <summary>Lines may break before and after it.</summary>
    public static bool IsIdeographic(Rune rune) => rune.Value is
        (>= 0x2e80 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe4f) or (>= 0xff00 and <= 0xffef) or (>= 0x20000 and <= 0x3fffd);

    /// <summary>Written without spaces between words.</summary>
    public static bool IsUnspaced(Rune rune) =>
        IsIdeographic(rune) || rune.Value is (>= 0x0e00 and <= 0x0eff) or (>= 0x1000 and <= 0x109f) or (>= 0x1780 and <= 0x17ff);

    /// <summary>Never at the start of a line.</summary>
    public static bool IsClosing(Rune rune) => Closing.Contains(rune.ToString(), StringComparison.Ordinal) || rune.Value is 0x0e30 or 0x0e32 or 0x0e33 or 0x0e45 or 0x0e46 or 0x0e2f;

    /// <summary>Never at the end of a line.</summary>
    public static bool IsOpening(Rune rune) => Opening.Contains(rune.ToString(), StringComparison.Ordinal) || rune.Value is >= 0x0e40 and <= 0x0e44;

    /// <summary>Ends a sentence.</summary>
    public static bool IsSentenceEnd(char c) => c is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '؟' or '।';

    /// <summary>Ends a clause.</summary>
    public static bool IsClauseEnd(char c) => c is ',' or ';' or ':' or '，' or '；' or '：' or '、' or '،' or '–' or '—';
}
