using System.Buffers.Binary;

namespace NemoBot.Core.Media;

/// <summary>The header of a box of an MP4 or QuickTime file.</summary>
public static class IsoBox
{
    /// <summary>Bytes of the longest header.</summary>
    public const int HeaderLength = 16;

    /// <summary>The size that the header states; 0: the box goes to the end. At most half of what a long holds, so that it can be added to a position.</summary>
    /// <param name="header">The first <see cref="HeaderLength"/> bytes of the box.</param>
    public static long SizeOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32BigEndian(header) switch
    {
        // 1: the size has 64 bits and follows the name.
        1 => (long)Math.Min(long.MaxValue / 2, BinaryPrimitives.ReadUInt64BigEndian(header[8..])),
        var small => small,
    };
}
