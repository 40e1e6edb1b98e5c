namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>Reads bits, most significant first, as H.264 (ITU-T H.264, 7.2 and 9.1) writes them.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bits read so far.</summary>
    public int Position { get; private set; }

    public readonly int Left => (_bytes.Length * 8) - Position;

    public bool Flag() => Bits(1) == 1;

    public uint Bits(int count)
    {
        uint value = 0;
        for (var i = 0; i < count; i++)
        {
            var at = Position >> 3;
            if (at >= _bytes.Length)
            {
                throw new FormatException("The unit ends too early.");
            }

            value = (value << 1) | (uint)((_bytes[at] >> (7 - (Position & 7))) & 1);
            Position++;
        }

        return value;
    }

    /// <summary>ue(v).</summary>
    public uint Unsigned()
    {
        var zeros = 0;
        while (!Flag())
        {
            zeros++;
            if (zeros > 31)
            {
                throw new FormatException("A number is too long.");
            }
        }

        return (1u << zeros) - 1 + Bits(zeros);
    }

    /// <summary>se(v).</summary>
    public int Signed()
    {
        var value = Unsigned();
        return (value & 1) == 1 ? (int)((value + 1) / 2) : -(int)(value / 2);
    }

    /// <summary>Goes on to the next whole byte.</summary>
    public void Align() => Position = (Position + 7) & ~7;
}
