namespace NemoBot.Media.Probing;

/// <summary>
/// Adds up the frames of raw AAC. FFmpeg computes all times from the sampling rate of the first frame, which is wrong for joined files
/// whose parts have different rates.
/// </summary>
internal static class AdtsLength
{
    private const int Header = 7;
    private const int TagHeader = 10;
    private const int SamplesPerBlock = 1024;
    private static readonly int[] Rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    /// <summary>The length if the sampling rate changes on the way; null otherwise.</summary>
    public static async Task<TimeSpan?> ReadIfMixedAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        var header = new byte[TagHeader];
        var samples = new long[Rates.Length];
        while (await file.ReadAtLeastAsync(header, TagHeader, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) >= Header)
        {
            var start = file.Position - TagHeader;
            if (header.AsSpan().StartsWith("ID3"u8))
            {
                file.Position = start + TagHeader + ((header[6] << 21) | (header[7] << 14) | (header[8] << 7) | header[9]);
                continue;
            }

            var (rate, size) = ((header[2] >> 2) & 15, ((header[3] & 3) << 11) | (header[4] << 3) | (header[5] >> 5));
            if (header[0] != 0xff || (header[1] & 0xf6) != 0xf0 || rate >= Rates.Length || size < Header)
            {
                break;
            }

            samples[rate] += SamplesPerBlock * (1 + (header[6] & 3));
            file.Position = start + size;
        }

        return samples.Count(s => s > 0) < 2 ? null : TimeSpan.FromSeconds(samples.Select((count, i) => (double)count / Rates[i]).Sum());
    }
}
