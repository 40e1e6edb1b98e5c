using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Media.Covers;

/// <summary>Finds and replaces the pictures in front of the sound of a FLAC file.</summary>
internal static class FlacPictures
{
    private const int BlockHeader = 4;
    private const int PictureBlock = 6;
    private const int MostBlocks = 1000;
    private const byte Last = 0x80;

    /// <summary>Colors, depth and the like, which nothing reads.</summary>
    private const int Numbers = 16;

    /// <summary>Bytes of the mark and all blocks; 0 if they do not end.</summary>
    public static async Task<long> MeasureAsync(FileStream file, CancellationToken cancellationToken)
    {
        var header = new byte[BlockHeader];
        for (long at = BlockHeader, blocks = 0; at + BlockHeader <= file.Length && blocks < MostBlocks; blocks++)
        {
            file.Position = at;
            await file.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            at += BlockHeader + ContentOf(header);
            if ((header[0] & Last) != 0)
            {
                return at;
            }
        }

        return 0;
    }

    /// <param name="head">The mark and all blocks.</param>
    public static List<EmbeddedPicture> Find(ReadOnlySpan<byte> head)
    {
        List<EmbeddedPicture> pictures = [];
        for (var at = BlockHeader; at + BlockHeader <= head.Length;)
        {
            var end = at + BlockHeader + ContentOf(head[at..]);
            if (end <= head.Length && (head[at] & ~Last) == PictureBlock && Read(head, at, end) is { } picture)
            {
                pictures.Add(picture);
            }

            at = end;
        }

        return pictures;
    }

    /// <summary>The blocks with another picture in place of one.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> head, EmbeddedPicture old, string label, ReadOnlySpan<byte> picture)
    {
        byte[] content = [0, 0, 0, old.Use, 0, 0, 0, (byte)label.Length, .. Encoding.Latin1.GetBytes(label), 0, 0, 0, 0, .. new byte[Numbers], .. Big(picture.Length), .. picture];
        var size = Big(content.Length);
        return [.. head[..old.Start], head[old.Start], .. size[1..], .. content, .. head[old.End..]];
    }

    /// <summary>The use, the label, a description, numbers, the picture; each text and the picture have their length in front.</summary>
    private static EmbeddedPicture? Read(ReadOnlySpan<byte> head, int start, int end)
    {
        var block = head[(start + BlockHeader)..end];
        var label = Length(block, 4);
        var description = Length(block, 8 + label);
        var data = 8 + label + 4 + description + Numbers;
        var size = Length(block, data);
        return block.Length < 8 + label || data + 4 + size > block.Length || size == 0 ? null
            : new EmbeddedPicture(start, end, Encoding.Latin1.GetString(block.Slice(8, label)), block[3], start + BlockHeader + data + 4, start + BlockHeader + data + 4 + size);
    }

    private static int ContentOf(ReadOnlySpan<byte> header) => (int)(BinaryPrimitives.ReadUInt32BigEndian(header) & 0xffffff);

    private static int Length(ReadOnlySpan<byte> block, int at) =>
        at + 4 > block.Length ? 0 : (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(block[at..]), (uint)block.Length);

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
