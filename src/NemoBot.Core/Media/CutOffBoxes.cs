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

    /// <summary>Whether the index is missing, without which nothing of the file can be used.</summary>
    /// <param name="source">The file; its position is moved. One that cannot seek is taken for whole.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<bool> AreInAsync(Stream source, CancellationToken cancellationToken) =>
        await FindAsync(source, cancellationToken).ConfigureAwait(false) is { HasIndex: false, IsCutOff: true };

    /// <summary>Whether much is missing of what the index describes; what is there can be used.</summary>
    /// <param name="source">The file; its position is moved. One that cannot seek is taken for whole.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<bool> FollowIndexAsync(Stream source, CancellationToken cancellationToken) =>
        await FindAsync(source, cancellationToken).ConfigureAwait(false) is { HasIndex: true, IsCutOff: true };

    private static async Task<(bool HasIndex, bool IsCutOff)> FindAsync(Stream source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.CanSeek)
        {
            return default;
        }

        var header = new byte[IsoBox.HeaderLength];
        var (hasIndex, hasMedia) = (false, false);
        for (long at = 0, count = 0; count < MostBoxes && at + 8 <= source.Length; count++)
        {
            source.Position = at;
            await source.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var (size, left) = (IsoBox.SizeOf(header), source.Length - at);
            var name = header.AsSpan(4, 4);
            var isShort = size > left && size - left > MostMissing * size;
            hasIndex |= (name.SequenceEqual("moov"u8) && !isShort) || name.SequenceEqual("moof"u8);
            hasMedia |= name.SequenceEqual("mdat"u8);
            if (size > left && (name.SequenceEqual("mdat"u8) || name.SequenceEqual("moov"u8)))
            {
                return (hasIndex, !hasIndex || isShort);
            }

            at += size is >= 8 ? Math.Min(size, left) : left;
        }

        return (hasIndex, hasMedia && !hasIndex);
    }
}
