using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>
/// The first block of the log names its epoch: a number and a random salt that the checksums of all frames start from. Epochs
/// alternate between two blocks, so that a torn write of one leaves the other; the highest number that fits its checksum counts.
/// </summary>
/// <param name="Number">Rises with every new epoch.</param>
/// <param name="Salt">Keeps frames of an earlier log with the same number from fitting.</param>
internal readonly record struct LogEpoch(ulong Number, ulong Salt)
{
    /// <summary>Bytes in front of the first frame: two blocks.</summary>
    public const int Area = 2 * Block;

    private const int Block = 4096;
    private const int Size = 32;

    /// <summary>The epoch of a new log.</summary>
    public static LogEpoch First => new(1, NewSalt());

    private static ReadOnlySpan<byte> Mark => "NEMOLOG1"u8;

    /// <summary>What the checksum of the first frame starts from.</summary>
    public ulong Seed => Sum(Encode());

    /// <summary>The epoch after this one.</summary>
    public LogEpoch Next() => new(Number + 1, NewSalt());

    /// <summary>The epoch that a file is in; null if it names none.</summary>
    public static LogEpoch? Read(IDiskFile file)
    {
        var (first, second) = (ReadBlock(file, 0), ReadBlock(file, Block));
        return second is null || first?.Number > second.Value.Number ? first : second;
    }

    /// <summary>Makes this the epoch of the file, durably.</summary>
    public void Write(IDiskFile file)
    {
        var block = new byte[Block];
        var encoded = Encode();
        encoded.CopyTo(block.AsSpan());
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(24), Sum(encoded));
        file.Write(Number % 2 == 1 ? 0 : Block, [block]);
        file.Sync();
    }

    private static LogEpoch? ReadBlock(IDiskFile file, long offset)
    {
        Span<byte> block = stackalloc byte[Size];
        return file.Read(offset, block) == Size
            && block.StartsWith(Mark)
            && BinaryPrimitives.ReadUInt64LittleEndian(block[24..]) == Sum(block[..24])
                ? new LogEpoch(BinaryPrimitives.ReadUInt64LittleEndian(block[8..]), BinaryPrimitives.ReadUInt64LittleEndian(block[16..]))
                : null;
    }

    private static ulong Sum(ReadOnlySpan<byte> encoded) => XxHash64.HashToUInt64(encoded);

    private static ulong NewSalt() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private byte[] Encode()
    {
        var encoded = new byte[24];
        Mark.CopyTo(encoded);
        BinaryPrimitives.WriteUInt64LittleEndian(encoded.AsSpan(8), Number);
        BinaryPrimitives.WriteUInt64LittleEndian(encoded.AsSpan(16), Salt);
        return encoded;
    }
}
