using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Media.Covers;

/// <summary>
/// A picture as FLAC describes it (RFC 9639, 8.8): its use, the label, a description, numbers, the picture; each text and the picture have
/// their length in front. Ogg files hold the same in Base64.
/// </summary>
internal static class PictureBlock
{
    /// <summary>Colors, depth and the like, which nothing reads.</summary>
    private const int Numbers = 16;

    /// <summary>What a block says, and where in it the picture is; null if it holds none.</summary>
    public static EmbeddedPicture? Read(ReadOnlySpan<byte> block)
    {
        var label = Length(block, 4);
        var description = Length(block, 8 + label);
        var data = 8 + label + 4 + description + Numbers;
        var size = Length(block, data);
        return block.Length < 8 + label || data + 4 + size > block.Length || size == 0 ? null
            : new EmbeddedPicture(0, block.Length, Encoding.Latin1.GetString(block.Slice(8, label)), block[3], data + 4, data + 4 + size);
    }

    /// <summary>A block without description and numbers.</summary>
    public static byte[] Write(byte use, string label, ReadOnlySpan<byte> picture) =>
        [0, 0, 0, use, 0, 0, 0, (byte)label.Length, .. Encoding.Latin1.GetBytes(label), 0, 0, 0, 0, .. new byte[Numbers], .. Big(picture.Length), .. picture];

    /// <summary>Four bytes, the highest first.</summary>
    public static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static int Length(ReadOnlySpan<byte> block, int at) =>
        at + 4 > block.Length ? 0 : (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(block[at..]), (uint)block.Length);
}
