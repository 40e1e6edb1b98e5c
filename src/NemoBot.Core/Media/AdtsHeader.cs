namespace NemoBot.Core.Media;

/// <summary>Reads the header in front of each frame of raw AAC.</summary>
public static class AdtsHeader
{
    /// <summary>Bytes of a header.</summary>
    public const int Size = 7;

    private const int SamplesPerBlock = 1024;
    private static readonly int[] Rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    /// <summary>Bytes of the frame with its header.</summary>
    /// <param name="header">At least <see cref="Size"/> bytes.</param>
    /// <returns>0 if this is no header of a frame: twelve sync bits, layer 00, a sampling rate that exists.</returns>
    public static int LengthOf(ReadOnlySpan<byte> header)
    {
        if (header.Length < Size || header[0] != 0xff || (header[1] & 0xf6) != 0xf0 || ((header[2] >> 2) & 15) >= Rates.Length)
        {
            return 0;
        }

        var length = ((header[3] & 3) << 11) | (header[4] << 3) | (header[5] >> 5);
        return length >= Size ? length : 0;
    }

    /// <summary>Samples per second of a frame.</summary>
    /// <param name="header">A header with a length.</param>
    public static int RateOf(ReadOnlySpan<byte> header) => Rates[(header[2] >> 2) & 15];

    /// <summary>Samples in a frame.</summary>
    /// <param name="header">A header with a length.</param>
    public static int SamplesOf(ReadOnlySpan<byte> header) => SamplesPerBlock * (1 + (header[6] & 3));
}
