namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>Units of an H.264 stream (ITU-T H.264, 7.3.1 and annex B).</summary>
internal static class NalUnit
{
    public const int Slice = 1;
    public const int KeySlice = 5;
    public const int Sequence = 7;
    public const int Picture = 8;

    /// <summary>A unit that says that a new picture begins: any kind of slice may follow.</summary>
    public static byte[] Delimiter { get; } = [0, 0, 0, 1, 9, 0x30];

    public static int TypeOf(byte[] unit) => unit.Length > 0 ? unit[0] & 31 : 0;

    /// <summary>Takes the emulation prevention bytes out.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> unit)
    {
        var plain = new byte[unit.Length];
        var (length, zeros) = (0, 0);
        foreach (var value in unit)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }

            plain[length++] = value;
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return plain[..length];
    }

    /// <summary>Puts emulation prevention bytes in, and a start code in front.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        var packed = new List<byte>(plain.Length + 16) { 0, 0, 0, 1 };
        var zeros = 0;
        foreach (var value in plain)
        {
            if (zeros >= 2 && value <= 3)
            {
                packed.Add(3);
                zeros = 0;
            }

            packed.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return [.. packed];
    }
}
