using System.Buffers.Binary;
using NemoBot.Core.Media;

namespace NemoBot.Media.Joined;

/// <summary>Finds whole files behind each other by the lengths that they state: WAV, AIFF, AVI, MP4, Matroska.</summary>
internal static class FileChain
{
    private const int Header = 16;
    private const int MostBoxes = 20_000;
    private const int BlockSize = 1 << 20;

    /// <summary>The header names the kind of document in its first bytes.</summary>
    private const int DocTypeWithin = 64;

    /// <summary>Where the files begin; one if the file is not joined.</summary>
    public static async Task<List<long>> FindAsync(FileStream file, CancellationToken cancellationToken)
    {
        List<long> starts = [0];
        var header = new byte[Header];
        for (long at = 0; at + Header < file.Length && starts.Count <= PartFinder.Most;)
        {
            await ReadAsync(file, at, header, cancellationToken).ConfigureAwait(false);
            var length = header switch
            {
                _ when IsRiff(header) => Riff(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4))),
                _ when IsForm(header) => Riff(BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4))),
                _ when IsBrand(header) => await BoxesAsync(file, at, cancellationToken).ConfigureAwait(false),
                [0x1a, 0x45, 0xdf, 0xa3, ..] => await SegmentAsync(file, at, cancellationToken).ConfigureAwait(false),
                _ => 0,
            };
            at += length;
            if (length == 0 || at + Header >= file.Length)
            {
                break;
            }

            await ReadAsync(file, at, header, cancellationToken).ConfigureAwait(false);
            if (!IsRiff(header) && !IsForm(header) && !IsBrand(header) && header is not [0x1a, 0x45, 0xdf, 0xa3, ..])
            {
                break;
            }

            // The second gigabyte of an AVI file is a piece of its own.
            if (!header.AsSpan(8).StartsWith("AVIX"u8))
            {
                starts.Add(at);
            }
        }

        return starts;
    }

    private static bool IsRiff(ReadOnlySpan<byte> header) => header.StartsWith("RIFF"u8) && (header[8..].StartsWith("WAVE"u8) || header[8..].StartsWith("AVI"u8));

    private static bool IsForm(ReadOnlySpan<byte> header) => header.StartsWith("FORM"u8) && header[8..].StartsWith("AIF"u8);

    private static bool IsBrand(ReadOnlySpan<byte> header) => header[4..].StartsWith("ftyp"u8);

    /// <summary>Recorders that were interrupted leave no size, or the largest one.</summary>
    private static long Riff(uint size) => size is 0 or uint.MaxValue ? 0 : 8L + size + (size & 1);

    /// <summary>The boxes up to the next one that names a brand.</summary>
    private static async Task<long> BoxesAsync(FileStream file, long start, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        var at = start;
        for (var count = 0; count < MostBoxes && at + Header < file.Length; count++)
        {
            await ReadAsync(file, at, header, cancellationToken).ConfigureAwait(false);
            if (count > 0 && IsBrand(header))
            {
                return at - start;
            }

            var size = IsoBox.SizeOf(header);
            if (size < 8)
            {
                break;
            }

            at += size;
        }

        return 0;
    }

    /// <summary>A header and a segment; a live recording does not say how long it is and ends where another header begins.</summary>
    private static async Task<long> SegmentAsync(FileStream file, long start, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        await ReadAsync(file, start, header, cancellationToken).ConfigureAwait(false);
        var segment = start + 4 + Sized(header.AsSpan(4));
        await ReadAsync(file, segment, header, cancellationToken).ConfigureAwait(false);
        var size = header is [0x18, 0x53, 0x80, 0x67, ..] ? Sized(header.AsSpan(4)) : 0;
        return size == 0 ? await NextHeaderAsync(file, segment, cancellationToken).ConfigureAwait(false) - start : segment + 4 + size - start;
    }

    /// <summary>The next Matroska header behind a place; the place where the file ends if there is none.</summary>
    private static async Task<long> NextHeaderAsync(FileStream file, long from, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        for (var at = from; at + Header < file.Length; at += BlockSize - DocTypeWithin)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (IndexOfMatroska(block.AsSpan(0, read)) is >= 0 and var found)
            {
                return at + found;
            }
        }

        return file.Length;
    }

    private static int IndexOfMatroska(ReadOnlySpan<byte> block)
    {
        for (var at = 0; block[at..].IndexOf((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]) is >= 0 and var found; at += found + 4)
        {
            var header = block.Slice(at + found, Math.Min(DocTypeWithin, block.Length - at - found));
            if (header.IndexOf("webm"u8) > 0 || header.IndexOf("matroska"u8) > 0)
            {
                return at + found;
            }
        }

        return -1;
    }

    /// <summary>A number whose leading zeros say how many bytes it has, and the bytes that it counts; 0 if it says nothing.</summary>
    private static long Sized(ReadOnlySpan<byte> bytes)
    {
        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;
        if (length > 8)
        {
            return 0;
        }

        long value = bytes[0] & ((1 << (8 - length)) - 1);
        for (var i = 1; i < length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return value == (1L << (7 * length)) - 1 ? 0 : length + value;
    }

    private static async Task ReadAsync(FileStream file, long at, byte[] buffer, CancellationToken cancellationToken)
    {
        Array.Clear(buffer);
        file.Position = at;
        await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
    }
}
