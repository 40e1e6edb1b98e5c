namespace NemoBot.Core.Media;

/// <summary>Finds MPEG audio and ADTS that begin in the middle of a frame, as recordings of a radio stream do: three frames in a row are no accident.</summary>
internal static class MpegFrames
{
    private const int Needed = 3;
    private static readonly int[] Layer3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Layer2 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
    private static readonly int[] LowRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] SampleRates = [44_100, 48_000, 32_000];

    /// <summary>Whether frames of MPEG audio follow each other somewhere in the head.</summary>
    public static bool AreIn(ReadOnlySpan<byte> head) => AreIn(head, LengthOf);

    /// <summary>Whether frames of ADTS follow each other somewhere in the head.</summary>
    public static bool AdtsAreIn(ReadOnlySpan<byte> head) => AreIn(head, AdtsHeader.LengthOf);

    private static bool AreIn(ReadOnlySpan<byte> head, Func<ReadOnlySpan<byte>, int> lengthOf)
    {
        for (var start = 0; start + 4 <= head.Length; start++)
        {
            if (head[start] == 0xff && CountFrom(head, start, lengthOf) >= Needed)
            {
                return true;
            }
        }

        return false;
    }

    private static int CountFrom(ReadOnlySpan<byte> head, int at, Func<ReadOnlySpan<byte>, int> lengthOf)
    {
        var count = 0;
        while (at + 4 <= head.Length && count < Needed && lengthOf(head[at..]) is > 0 and var length)
        {
            count++;
            at += length;
        }

        return count;
    }

    /// <summary>Bytes of the frame; 0 if this is no header of a frame.</summary>
    private static int LengthOf(ReadOnlySpan<byte> header)
    {
        var version = (header[1] >> 3) & 3;
        var layer = (header[1] >> 1) & 3;
        var (bitrate, rate) = (header[2] >> 4, (header[2] >> 2) & 3);
        if (header[0] != 0xff || (header[1] & 0xe0) != 0xe0 || version == 1 || layer is 0 or 3 || bitrate is 0 or 15 || rate == 3)
        {
            return 0;
        }

        var isFirst = version == 3;
        var kilobits = !isFirst ? LowRates[bitrate] : layer == 1 ? Layer3[bitrate] : Layer2[bitrate];
        var samples = layer == 1 && !isFirst ? 72 : 144;
        var hertz = SampleRates[rate] / (isFirst ? 1 : version == 2 ? 2 : 4);
        return (samples * kilobits * 1000 / hertz) + ((header[2] >> 1) & 1);
    }
}
