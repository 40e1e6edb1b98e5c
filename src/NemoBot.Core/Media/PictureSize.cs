using System.Buffers.Binary;

namespace NemoBot.Core.Media;

/// <summary>Reads the size of a picture from its first bytes.</summary>
public static class PictureSize
{
    /// <summary>Beyond these a picture is an attack on memory, not a photograph: it is not decoded.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>The picture is too large to be decoded.</summary>
    internal static bool IsHuge(ReadOnlySpan<byte> head)
    {
        var (width, height) = Of(head);
        return width * height > MostPixels;
    }

    private static (long Width, long Height) Of(ReadOnlySpan<byte> head) => head switch
    {
        { Length: > 24 } when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) =>
            (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..])),
        { Length: > 30 } when head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBPVP8X"u8) => (1 + Three(head[24..]), 1 + Three(head[27..])),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) => OfJpeg(head),
        _ => default,
    };

    /// <summary>Segments state their length; the one of the frame holds the size.</summary>
    private static (long Width, long Height) OfJpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xff; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]))
        {
            if (head[at + 1] is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }
        }

        return default;
    }

    private static long Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
