namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>Writes bits, most significant first.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _used;

    public void Flag(bool value) => Bits(value ? 1u : 0u, 1);

    public void Bits(uint value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (_used == 0)
            {
                _bytes.Add(0);
            }

            _bytes[^1] |= (byte)(((value >> i) & 1) << (7 - _used));
            _used = (_used + 1) & 7;
        }
    }

    /// <summary>ue(v).</summary>
    public void Unsigned(uint value)
    {
        var length = 32 - System.Numerics.BitOperations.LeadingZeroCount(value + 1);
        Bits(0, length - 1);
        Bits(value + 1, length);
    }

    /// <summary>se(v).</summary>
    public void Signed(int value) => Unsigned(value > 0 ? ((uint)value * 2) - 1 : (uint)(-value) * 2);

    /// <summary>Ones up to the next whole byte: cabac_alignment_one_bit.</summary>
    public void AlignWithOnes()
    {
        while (_used != 0)
        {
            Flag(true);
        }
    }

    /// <summary>Whole bytes; only when aligned.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    public byte[] ToArray() => [.. _bytes];
}
