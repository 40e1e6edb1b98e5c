using System.Buffers.Binary;
using System.IO.Hashing;

namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>
/// One frame of the log: number of pages (4 bytes), checksum of that number (4), checksum of the pages (8), the pages. Both
/// checksums start from the checksum of the frame before, so that a frame fits only at the place it was written for.
/// </summary>
/// <param name="Pages">Its pages.</param>
/// <param name="Chain">What the checksum of the next frame starts from.</param>
/// <param name="End">Offset of the first byte behind it.</param>
internal sealed record LogFrame(IReadOnlyList<SealedPage> Pages, ulong Chain, long End)
{
    private const int HeaderSize = 16;

    /// <summary>Checksum of a single page.</summary>
    public static ulong HashPage(ReadOnlySpan<byte> page) => XxHash64.HashToUInt64(page);

    /// <summary>The header of a frame with these pages, and the chain behind it.</summary>
    public static (byte[] Header, ulong Chain) Describe(ulong chain, IReadOnlyList<byte[]> pages)
    {
        var header = new byte[HeaderSize];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)pages.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), HashCount(chain, header));
        var hash = new XxHash64((long)chain);
        foreach (var page in pages)
        {
            hash.Append(page);
        }

        var sum = hash.GetCurrentHashAsUInt64();
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(8), sum);
        return (header, sum);
    }

    /// <summary>Reads the frame at an offset; null if there is none that fits.</summary>
    public static LogFrame? Read(IDiskFile file, long offset, long length, ulong chain)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (file.Read(offset, header) != HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != HashCount(chain, header))
        {
            return null;
        }

        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(header);
        var end = offset + HeaderSize + ((long)count * SealedLog.PageSize);
        return count > 0 && end <= length ? ReadPages(file, offset + HeaderSize, count, chain, BinaryPrimitives.ReadUInt64LittleEndian(header[8..])) : null;
    }

    private static LogFrame? ReadPages(IDiskFile file, long offset, int count, ulong chain, ulong expected)
    {
        var pages = new SealedPage[count];
        var page = new byte[SealedLog.PageSize];
        var hash = new XxHash64((long)chain);
        for (var i = 0; i < count; i++, offset += SealedLog.PageSize)
        {
            if (file.Read(offset, page) != page.Length)
            {
                return null;
            }

            hash.Append(page);
            pages[i] = new SealedPage(offset, HashPage(page));
        }

        return hash.GetCurrentHashAsUInt64() == expected ? new LogFrame(pages, expected, offset) : null;
    }

    private static uint HashCount(ulong chain, ReadOnlySpan<byte> header) => (uint)XxHash64.HashToUInt64(header[..4], (long)chain);
}
