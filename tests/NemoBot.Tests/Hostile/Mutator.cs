using System.Buffers.Binary;

namespace NemoBot.Tests.Hostile;

/// <summary>Damages valid files in the ways in which fuzzers find crashes; the seed decides how.</summary>
internal sealed class Mutator(int seed)
{
    private const int HeaderBytes = 512;
    private static readonly uint[] Sizes = [0, 1, 0x7f, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

    private readonly Random _random = new(seed);

    private static readonly (string Name, Func<Mutator, byte[], byte[], byte[]> Do)[] Ways =
    [
        ("flipped bytes", (m, file, _) => m.Flip(file, file.Length)),
        ("flipped header", (m, file, _) => m.Flip(file, Math.Min(HeaderBytes, file.Length))),
        ("cut off", (m, file, _) => file[..m._random.Next(1, file.Length)]),
        ("spliced sizes", (m, file, _) => m.Splice(file)),
        ("repeated piece", (m, file, _) => m.Repeat(file)),
        ("foreign tail", (m, file, other) => [.. file[..m._random.Next(1, file.Length)], .. other[m._random.Next(other.Length)..]]),
        ("zeroed piece", (m, file, _) => m.Fill(file, 0)),
        ("filled piece", (m, file, _) => m.Fill(file, 0xff)),
    ];

    /// <summary>Number of ways in which a file can be damaged.</summary>
    public static int Count => Ways.Length;

    /// <param name="name">Name of the valid file.</param>
    /// <param name="file">The valid file.</param>
    /// <param name="other">Another one, for a tail.</param>
    /// <param name="way">Which way, below <see cref="Count"/>.</param>
    public HostileFile Damage(string name, byte[] file, byte[] other, int way) => new(name, Ways[way].Name, Ways[way].Do(this, [.. file], other));

    private byte[] Flip(byte[] file, int most)
    {
        for (var i = _random.Next(1, 64); i > 0; i--)
        {
            file[_random.Next(most)] ^= (byte)_random.Next(1, 256);
        }

        return file;
    }

    private byte[] Splice(byte[] file)
    {
        for (var i = _random.Next(1, 6); i > 0 && file.Length > 8; i--)
        {
            var at = _random.Next(Math.Min(4 * HeaderBytes, file.Length - 4)) & ~1;
            var size = Sizes[_random.Next(Sizes.Length)];
            if (_random.Next(2) == 0)
            {
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), size);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), size);
            }
        }

        return file;
    }

    private byte[] Repeat(byte[] file)
    {
        var from = _random.Next(file.Length);
        var piece = file[from..Math.Min(file.Length, from + _random.Next(1, 4096))];
        return [.. file[..from], .. Enumerable.Repeat(piece, _random.Next(2, 200)).SelectMany(p => p), .. file[from..]];
    }

    private byte[] Fill(byte[] file, byte value)
    {
        var from = _random.Next(file.Length);
        file.AsSpan(from, Math.Min(file.Length - from, _random.Next(1, 4096))).Fill(value);
        return file;
    }
}
