using NemoBot.Core.Media;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Reads the index of an MP4 or QuickTime file whose first bytes do not hold it: recorders write it at the end, and that of a long
/// recording is large. Without it, sound alone looks like a video.
/// </summary>
internal static class FarIndex
{
    private const int MostBoxes = 16;
    private const int MostIndex = 8 * 1024 * 1024;

    /// <summary>The first box and the index, as a file that holds nothing else.</summary>
    /// <param name="source">The file; its position is moved.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Null if the source cannot seek or has no index.</returns>
    public static async Task<byte[]?> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        if (!source.CanSeek)
        {
            return null;
        }

        var brand = Array.Empty<byte>();
        var header = new byte[IsoBox.HeaderLength];
        for (long at = 0, count = 0; count < MostBoxes && at + IsoBox.HeaderLength <= source.Length; count++)
        {
            source.Position = at;
            await source.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            var (stated, left) = (IsoBox.SizeOf(header), source.Length - at);
            var size = stated == 0 ? left : Math.Clamp(stated, 8, left);
            var name = header.AsMemory(4, 4);
            if (name.Span.SequenceEqual("moov"u8))
            {
                return size > MostIndex ? null : [.. brand, .. await ReadAsync(source, at, size, cancellationToken).ConfigureAwait(false)];
            }

            brand = name.Span.SequenceEqual("ftyp"u8) && size < MostIndex ? await ReadAsync(source, at, size, cancellationToken).ConfigureAwait(false) : brand;
            at += size;
        }

        return null;
    }

    private static async Task<byte[]> ReadAsync(Stream source, long at, long size, CancellationToken cancellationToken)
    {
        var box = new byte[size];
        source.Position = at;
        await source.ReadExactlyAsync(box, cancellationToken).ConfigureAwait(false);
        return box;
    }
}
