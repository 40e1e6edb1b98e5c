using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Media.Covers;

/// <summary>Finds and replaces the pictures of an ID3 tag, version 2.3 or 2.4, without options that change its bytes.</summary>
internal static class Id3Pictures
{
    public const int Header = 10;
    private const int FrameHeader = 10;

    /// <summary>Bytes of the tag with its header; 0 if there is none that can be changed.</summary>
    public static int LengthOf(ReadOnlySpan<byte> head) =>
        head.Length >= Header && head.StartsWith("ID3"u8) && head[3] is 3 or 4 && head[5] == 0 ? Header + SevenBits(head[6..]) : 0;

    public static List<EmbeddedPicture> Find(ReadOnlySpan<byte> tag)
    {
        List<EmbeddedPicture> pictures = [];
        for (var at = Header; at + FrameHeader < tag.Length && tag[at] != 0;)
        {
            var size = tag[3] == 4 ? SevenBits(tag[(at + 4)..]) : BinaryPrimitives.ReadInt32BigEndian(tag[(at + 4)..]);
            var end = at + FrameHeader + size;
            if (size <= 0 || end > tag.Length || end < at)
            {
                break;
            }

            if (tag.Slice(at, 4).SequenceEqual("APIC"u8) && tag[at + 9] == 0 && Read(tag, at, end) is { } picture)
            {
                pictures.Add(picture);
            }

            at = end;
        }

        return pictures;
    }

    /// <summary>The tag with another picture in place of one.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> tag, EmbeddedPicture old, string label, ReadOnlySpan<byte> picture)
    {
        byte[] content = [0, .. Encoding.Latin1.GetBytes(label), 0, old.Use, 0, .. picture];
        var size = new byte[4];
        WriteSize(size, content.Length, sevenBits: tag[3] == 4);
        byte[] changed = [.. tag[..old.Start], .. "APIC"u8, .. size, 0, 0, .. content, .. tag[old.End..]];
        WriteSize(changed.AsSpan(6), changed.Length - Header, sevenBits: true);
        return changed;
    }

    /// <summary>An encoding, the label, a zero, the use, a description of that encoding, its end, then the picture.</summary>
    private static EmbeddedPicture? Read(ReadOnlySpan<byte> tag, int start, int end)
    {
        var content = tag[(start + FrameHeader)..end];
        var isWide = content[0] is 1 or 2;
        var label = content[1..].IndexOf((byte)0) + 1;
        if (label <= 0 || label + 2 >= content.Length)
        {
            return null;
        }

        var data = label + 2;
        while (data + 1 < content.Length && (content[data] != 0 || (isWide && content[data + 1] != 0)))
        {
            data += isWide ? 2 : 1;
        }

        data += isWide ? 2 : 1;
        return data >= content.Length ? null
            : new EmbeddedPicture(start, end, Encoding.Latin1.GetString(content[1..label]), content[label + 1], start + FrameHeader + data, end);
    }

    private static int SevenBits(ReadOnlySpan<byte> bytes) => ((bytes[0] & 0x7f) << 21) | ((bytes[1] & 0x7f) << 14) | ((bytes[2] & 0x7f) << 7) | (bytes[3] & 0x7f);

    private static void WriteSize(Span<byte> target, int size, bool sevenBits)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, size);
        if (sevenBits)
        {
            ((ReadOnlySpan<byte>)[(byte)(size >> 21 & 0x7f), (byte)(size >> 14 & 0x7f), (byte)(size >> 7 & 0x7f), (byte)(size & 0x7f)]).CopyTo(target);
        }
    }
}
