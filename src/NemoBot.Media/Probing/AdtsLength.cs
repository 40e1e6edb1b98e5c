using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>
/// Adds up the frames of raw AAC. FFmpeg computes all times from the sampling rate of the first frame, which is wrong for joined files
/// whose parts have different rates.
/// </summary>
internal static class AdtsLength
{
    private const int TagHeader = 10;

    /// <summary>Bytes between frames that are searched for the next one: what an editor left at a seam.</summary>
    private const int MostSkipped = 64 * 1024;

    /// <summary>The length if the sampling rate changes on the way; null otherwise.</summary>
    public static async Task<TimeSpan?> ReadIfMixedAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        var header = new byte[TagHeader];
        var samples = new Dictionary<int, long>();
        for (long at = 0, skipped = 0; skipped < MostSkipped; file.Position = at)
        {
            var read = await file.ReadAtLeastAsync(header, TagHeader, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < AdtsHeader.Size)
            {
                break;
            }

            if (header.AsSpan(0, read).StartsWith("ID3"u8))
            {
                at += TagHeader + ((header[6] << 21) | (header[7] << 14) | (header[8] << 7) | header[9]);
                continue;
            }

            var length = AdtsHeader.LengthOf(header.AsSpan(0, read));
            if (length > 0)
            {
                var rate = AdtsHeader.RateOf(header);
                samples[rate] = samples.GetValueOrDefault(rate) + AdtsHeader.SamplesOf(header);
            }

            at += Math.Max(1, length);
            skipped += length > 0 ? 0 : 1;
        }

        return samples.Count < 2 ? null : TimeSpan.FromSeconds(samples.Sum(s => (double)s.Value / s.Key));
    }
}
