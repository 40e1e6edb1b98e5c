using System.Buffers.Binary;
using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>Whether the pages of a data file are all there. LiteDB opens a file that breaks off, and takes less than a page for an empty one.</summary>
internal static class PageCheck
{
    private const int LastPageOffset = 64;

    /// <summary>Each page begins with its number, and the first one tells the last.</summary>
    /// <exception cref="InvalidDataException">A page is missing, cut off, or not where it belongs.</exception>
    public static void RequireWhole(IDiskFile file)
    {
        var pages = file.Length / SealedLog.PageSize;
        if (file.Length % SealedLog.PageSize != 0 || NumberAt(file, LastPageOffset) >= pages)
        {
            throw new InvalidDataException("The file breaks off.");
        }

        for (var page = 0; page < pages; page++)
        {
            if (NumberAt(file, (long)page * SealedLog.PageSize) != page)
            {
                throw new InvalidDataException($"Page {page} is damaged.");
            }
        }
    }

    private static uint NumberAt(IDiskFile file, long offset)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        return file.Read(offset, number) == number.Length ? BinaryPrimitives.ReadUInt32LittleEndian(number) : uint.MaxValue;
    }
}
