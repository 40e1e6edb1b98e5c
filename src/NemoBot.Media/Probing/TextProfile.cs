using System.IO.Compression;
using System.Text;

namespace NemoBot.Media.Probing;

/// <summary>Reads EXIF that a program wrote as text into a PNG, before the format had a chunk for it: a name, a length, then hexadecimal digits.</summary>
internal static class TextProfile
{
    private const int MostText = 1 << 20;
    private static readonly string[] Names = ["Raw profile type exif", "Raw profile type APP1"];

    /// <param name="chunk">The content of a text chunk: a keyword, a zero, the text.</param>
    /// <param name="isPacked">The text is compressed, with a byte before it that names the method.</param>
    /// <returns>The EXIF; empty if the chunk holds something else.</returns>
    public static byte[] Read(ReadOnlySpan<byte> chunk, bool isPacked)
    {
        var end = chunk.IndexOf((byte)0);
        if (end < 0 || !Names.Contains(Encoding.Latin1.GetString(chunk[..end])) || end + 2 > chunk.Length)
        {
            return [];
        }

        var text = isPacked ? Unpack(chunk[(end + 2)..]) : Encoding.Latin1.GetString(chunk[(end + 1)..]);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat(lines.Skip(2));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : [];
    }

    private static string Unpack(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var text = new byte[MostText];
            return Encoding.Latin1.GetString(text, 0, zlib.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
