namespace NemoBot.Core.Media;

/// <summary>
/// Recognizes an MP4 or QuickTime file whose end is missing: a recording that was not finished has no index, and one that was not copied
/// to its end says that more should follow.
/// </summary>
public static class CutOffBoxes
{
    private const int MostBoxes = 20_000;

    /// <summary>Players do without the last moment.</summary>
    private const double MostMissing = 0.1;

    /// <summary>Whether so much is missing that the file cannot be used.</summary>
    /// <param name="source">The file; its position is moved. One that cannot seek is taken for whole.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<bool> AreInAsync(Stream source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.CanSeek)
        {
            return false;
        }

        var header = new byte[IsoBox.HeaderLength];
        var (hasIndex, hasMedia) = (false, false);
        for (long at = 0, count = 0; count < MostBoxes && at + 8 <= source.Length; count++)
        {
            source.Position = at;
            await source.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var (size, left) = (IsoBox.SizeOf(header), source.Length - at);
            var name = header.AsSpan(4, 4);
            hasIndex |= name.SequenceEqual("moov"u8) || name.SequenceEqual("moof"u8);
            hasMedia |= name.SequenceEqual("mdat"u8);
            if (size > left && (name.SequenceEqual("mdat"u8) || name.SequenceEqual("moov"u8)))
            {
                return !hasIndex || size - left > MostMissing * size;
            }

            at += size is >= 8 ? Math.Min(size, left) : left;
        }

        return hasMedia && !hasIndex;
    }
}
