using System.Buffers.Binary;

namespace NemoBot.Media.Probing;

/// <summary>Reads the EXIF orientation of stills that FFmpeg does not turn by itself: WebP, PNG and TIFF.</summary>
internal static class Orientation
{
    private const int MostExif = 256 * 1024;
    private const int OrientationTag = 0x0112;
    private const int MostEntries = 512;

    /// <summary>Encoders cut the picture into chunks of 8 kB and may write what describes it behind them.</summary>
    private const int MostChunks = 50_000;
    private const int MostTexts = 16;

    /// <summary>1 to 8; 1 if the file says nothing.</summary>
    public static async Task<int> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[12];
        if (await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < head.Length)
        {
            return 1;
        }

        var found = head.AsSpan(8).SequenceEqual("WEBP"u8) ? await FindChunkAsync(file, isPng: false, cancellationToken).ConfigureAwait(false)
            : head.AsSpan(0, 4).SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) ? await FindChunkAsync(file, isPng: true, cancellationToken).ConfigureAwait(false)
            : head.AsSpan(0, 4).SequenceEqual("II*\0"u8) || head.AsSpan(0, 4).SequenceEqual("MM\0*"u8) ? await ReadPartAsync(file, 0, MostExif, cancellationToken).ConfigureAwait(false)
            : [];
        return FromTiff(found.AsSpan().StartsWith("Exif\0\0"u8) ? found.AsSpan(6) : found);
    }

    private static async Task<byte[]> FindChunkAsync(FileStream file, bool isPng, CancellationToken cancellationToken)
    {
        long at = isPng ? 8 : 12;
        var texts = 0;
        for (var chunks = 0; chunks < MostChunks && at + 8 <= file.Length; chunks++)
        {
            var head = await ReadPartAsync(file, at, 8, cancellationToken).ConfigureAwait(false);
            var size = isPng ? BinaryPrimitives.ReadUInt32BigEndian(head) : BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var name = System.Text.Encoding.Latin1.GetString(head, isPng ? 4 : 0, 4);
            if (name is "EXIF" or "eXIf" || (name is "tEXt" or "zTXt" && texts++ < MostTexts))
            {
                var content = await ReadPartAsync(file, at + 8, (int)Math.Min(size, MostExif), cancellationToken).ConfigureAwait(false);
                var exif = name is "tEXt" or "zTXt" ? TextProfile.Read(content, isPacked: name == "zTXt") : content;
                if (exif.Length > 0)
                {
                    return exif;
                }
            }

            at += 8 + size + (isPng ? 4 : size & 1);
        }

        return [];
    }

    private static async Task<byte[]> ReadPartAsync(FileStream file, long at, int count, CancellationToken cancellationToken)
    {
        var part = new byte[(int)Math.Max(0, Math.Min(count, file.Length - at))];
        file.Position = at;
        await file.ReadExactlyAsync(part, cancellationToken).ConfigureAwait(false);
        return part;
    }

    /// <summary>EXIF is a TIFF file without a picture.</summary>
    private static int FromTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var directory = Number(tiff, 4, 4, isLittle);
        var count = Number(tiff, directory, 2, isLittle);
        for (long i = 0; i < Math.Min(count, MostEntries); i++)
        {
            var entry = directory + 2 + (12 * i);
            if (Number(tiff, entry, 2, isLittle) == OrientationTag)
            {
                var value = Number(tiff, entry + 8, 2, isLittle);
                return value is >= 1 and <= 8 ? (int)value : 1;
            }
        }

        return 1;
    }

    /// <summary>An unsigned number; 0 outside of the file.</summary>
    private static long Number(ReadOnlySpan<byte> bytes, long at, int size, bool isLittle)
    {
        if (at < 0 || at + size > bytes.Length)
        {
            return 0;
        }

        var part = bytes.Slice((int)at, size);
        return size == 2
            ? isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }
}
