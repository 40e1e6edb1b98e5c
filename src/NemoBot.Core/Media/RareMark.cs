using System.Text;

namespace NemoBot.Core.Media;

/// <summary>The bytes by which a rare sound format is recognized.</summary>
/// <param name="Extension">The usual extension.</param>
/// <param name="MimeType">The MIME type.</param>
/// <param name="Bytes">The mark.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Group">What the file begins with, where the mark names a form of it; else empty.</param>
internal sealed record RareMark(string Extension, string MimeType, byte[] Bytes, int At, byte[] Group)
{
    private static readonly RareMark[] All =
    [
        Of("w64", "audio/x-w64", "riff.\u0091\u00cf\u0011"),
        Of("au", "audio/basic", ".snd"),
        Of("tta", "audio/x-tta", "TTA1"),
        Of("ape", "audio/x-ape", "MAC "),
        Of("mpc", "audio/x-musepack", "MPCK"),
        Of("mpc", "audio/x-musepack", "MP+"),
        Of("tak", "audio/x-tak", "tBaK"),
        Of("dsf", "audio/x-dsf", "DSD "),
        Of("voc", "audio/x-voc", "Creative Voice File"),
        Of("ra", "audio/x-realaudio", ".ra\u00fd"),
        Of("oma", "audio/x-oma", "ea3\u0003"),
        Of("oma", "audio/x-oma", "EA3\u0001"),
        Of("sox", "audio/x-sox", ".SoX"),
        Of("sox", "audio/x-sox", "XoS."),
        Of("sph", "audio/x-nist", "NIST_1A"),
        Of("lbc", "audio/iLBC", "#!iLBC"),
        Of("mmf", "application/vnd.smaf", "MMMD"),
        Of("pvf", "audio/x-pvf", "PVF1\n"),
        Of("avr", "audio/x-avr", "2BIT"),
        Of("vqf", "audio/x-twinvq", "TWIN97"),
        Of("vqf", "audio/x-twinvq", "TWIN00"),
        Of("shn", "audio/x-shorten", "ajkg"),
        Of("qcp", "audio/qcelp", "QLCM", at: 8, group: "RIFF"),
        Of("xwma", "audio/x-xwma", "XWMA", at: 8, group: "RIFF"),
        Of("8svx", "audio/x-8svx", "8SVX", at: 8, group: "FORM"),
        Of("dff", "audio/x-dff", "DSD ", at: 12, group: "FRM8"),

        // The sync word in 16 or 14 bits, in either order, or the header of a DTS-HD file.
        Of("dts", "audio/vnd.dts", "\u007f\u00fe\u0080\u0001"),
        Of("dts", "audio/vnd.dts", "\u00fe\u007f\u0001\u0080"),
        Of("dts", "audio/vnd.dts", "\u001f\u00ff\u00e8\u0000"),
        Of("dts", "audio/vnd.dts", "\u00ff\u001f\u0000\u00e8"),
        Of("dts", "audio/vnd.dts", "DTSHDHDR"),
        Of("thd", "audio/vnd.dolby.mlp", "\u00f8\u0072\u006f\u00ba", at: 4),
        Of("mlp", "audio/vnd.dolby.mlp", "\u00f8\u0072\u006f\u00bb", at: 4),
        Of("spdif", "audio/x-spdif", "\u0072\u00f8\u001f\u004e"),
    ];

    /// <summary>The mark that a file has; null if it has none.</summary>
    public static RareMark? Find(ReadOnlySpan<byte> head)
    {
        foreach (var mark in All)
        {
            if (head.Length >= mark.At && head[mark.At..].StartsWith(mark.Bytes) && head.StartsWith(mark.Group))
            {
                return mark;
            }
        }

        return null;
    }

    /// <param name="extension">The usual extension.</param>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="mark">The mark, a character for each byte.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="group">What the file begins with.</param>
    private static RareMark Of(string extension, string mimeType, string mark, int at = 0, string group = "") =>
        new(extension, mimeType, Encoding.Latin1.GetBytes(mark), at, Encoding.Latin1.GetBytes(group));
}
