using System.Buffers.Binary;

namespace NemoBot.Core.Media;

/// <summary>Looks for a tag in the first directory of a TIFF file.</summary>
internal static class TiffDirectory
{
    /// <summary>Only digital negatives have it.</summary>
    public const int DngVersion = 50706;

    private const int EntrySize = 12;

    /// <summary>Whether the directory is within the bytes and has the tag.</summary>
    public static bool Has(ReadOnlySpan<byte> head, int tag)
    {
        var isLittle = head.StartsWith("II*\0"u8);
        if (!isLittle && !head.StartsWith("MM\0*"u8))
        {
            return false;
        }

        var directory = Number(head, 4, 4, isLittle);
        var count = Number(head, directory, 2, isLittle);
        for (long i = 0, at = directory + 2; i < count && at + EntrySize <= head.Length; i++, at += EntrySize)
        {
            if (Number(head, at, 2, isLittle) == tag)
            {
                return true;
            }
        }

        return false;
    }

    private static long Number(ReadOnlySpan<byte> head, long at, int size, bool isLittle)
    {
        if (at + size > head.Length)
        {
            return 0;
        }

        var bytes = head.Slice((int)at, size);
        return size == 2
            ? isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
