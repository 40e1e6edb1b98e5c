using System.Buffers.Binary;

namespace NemoBot.Media.Covers;

/// <summary>Finds and replaces the pictures in front of the sound of a FLAC file.</summary>
internal static class FlacPictures
{
    private const int BlockHeader = 4;
    private const int PictureKind = 6;
    private const int MostBlocks = 1000;
    private const byte Last = 0x80;

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
            if (end <= head.Length && (head[at] & ~Last) == PictureKind && Read(head, at, end) is { } picture)
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
        var content = PictureBlock.Write(old.Use, label, picture);
        var size = PictureBlock.Big(content.Length);
        return [.. head[..old.Start], head[old.Start], .. size[1..], .. content, .. head[old.End..]];
    }

    private static EmbeddedPicture? Read(ReadOnlySpan<byte> head, int start, int end)
    {
        var content = start + BlockHeader;
        return PictureBlock.Read(head[content..end]) is { } found
            ? found with { Start = start, End = end, DataStart = content + found.DataStart, DataEnd = content + found.DataEnd } : null;
    }

    private static int ContentOf(ReadOnlySpan<byte> header) => (int)(BinaryPrimitives.ReadUInt32BigEndian(header) & 0xffffff);
}
