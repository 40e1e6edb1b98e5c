namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>
/// Makes a slice of a small picture a slice of a large one of the same width. Slices do not look at each other (ITU-T H.264, 6.4.9:
/// neighbours in other slices count as missing), so only the header changes: the first macroblock, the picture's number, and no
/// deblocking over the slice's edge.
/// </summary>
internal sealed class SliceMover(StreamFormat format)
{
    private const int NoFilterOverEdges = 2;

    /// <param name="unit">A slice as the encoder wrote it.</param>
    /// <param name="row">Where it begins in the large picture, in rows of macroblocks.</param>
    /// <param name="sinceKey">How many pictures came since the last key picture.</param>
    /// <param name="keys">How many key pictures there were: two in a row must differ.</param>
    /// <param name="looksAtLastOnly">It was encoded with one reference picture; the large picture may have more.</param>
    /// <returns>With a start code.</returns>
    public byte[] Move(byte[] unit, int row, long sinceKey, long keys, bool looksAtLastOnly)
    {
        var plain = NalUnit.Unescape(unit);
        var isKey = NalUnit.TypeOf(unit) == NalUnit.KeySlice;
        var from = new BitReader(plain.AsSpan(1));
        var to = new BitWriter();
        to.Bits(isKey ? 0x65u : 0x41u, 8);

        Require(from.Unsigned() == 0);
        to.Unsigned((uint)(row * format.Width));
        var type = from.Unsigned();
        Require(type % 5 == (isKey ? 2u : 0u));
        to.Unsigned(type % 5);
        to.Unsigned(from.Unsigned());
        from.Bits(format.FrameNumberBits);
        to.Bits((uint)sinceKey & ((1u << format.FrameNumberBits) - 1), format.FrameNumberBits);
        if (isKey)
        {
            from.Unsigned();
            to.Unsigned((uint)(keys & 1));
        }

        CopyReferences(ref from, to, isKey, looksAtLastOnly);
        CopyCoding(ref from, to, isKey);
        CopyData(plain.AsSpan(1), ref from, to);
        return NalUnit.Pack(to.ToArray());
    }

    private static void CopyReferences(ref BitReader from, BitWriter to, bool isKey, bool looksAtLastOnly)
    {
        if (isKey)
        {
            to.Flag(from.Flag());
            to.Flag(from.Flag());
            return;
        }

        var overrides = from.Flag();
        to.Flag(overrides || looksAtLastOnly);
        if (overrides || looksAtLastOnly)
        {
            to.Unsigned(overrides ? from.Unsigned() : 0);
        }

        // The references are the pictures before: no other order, no marks.
        Require(!from.Flag());
        to.Flag(false);
        Require(!from.Flag());
        to.Flag(false);
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new FormatException("The encoder wrote a slice of an unknown form.");
        }
    }

    private void CopyCoding(ref BitReader from, BitWriter to, bool isKey)
    {
        if (format.IsArithmetic && !isKey)
        {
            to.Unsigned(from.Unsigned());
        }

        to.Signed(from.Signed());
        Require(format.HasDeblockingControl);
        var filter = from.Unsigned();
        to.Unsigned(filter == 1 ? 1u : NoFilterOverEdges);
        if (filter != 1)
        {
            to.Signed(from.Signed());
            to.Signed(from.Signed());
        }
    }

    private void CopyData(ReadOnlySpan<byte> plain, ref BitReader from, BitWriter to)
    {
        if (format.IsArithmetic)
        {
            from.Align();
            to.AlignWithOnes();
            to.Bytes(plain[(from.Position / 8)..]);
            return;
        }

        while (from.Left >= 32)
        {
            to.Bits(from.Bits(32), 32);
        }

        var rest = from.Left;
        to.Bits(from.Bits(rest), rest);
    }
}
