namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>What of a sequence and a picture parameter set matters for reading slice headers.</summary>
/// <param name="FrameNumberBits">log2_max_frame_num.</param>
/// <param name="IsArithmetic">entropy_coding_mode_flag: CABAC.</param>
/// <param name="HasDeblockingControl">deblocking_filter_control_present_flag.</param>
/// <param name="Width">Macroblocks.</param>
internal sealed record StreamFormat(int FrameNumberBits, bool IsArithmetic, bool HasDeblockingControl, int Width)
{
    /// <exception cref="FormatException">It uses what the splicing of slices does not know.</exception>
    public static StreamFormat Read(byte[] sequence, byte[] picture)
    {
        var (frameNumberBits, width) = ReadSequence(NalUnit.Unescape(sequence));
        var (isArithmetic, hasDeblocking) = ReadPicture(NalUnit.Unescape(picture));
        return new StreamFormat(frameNumberBits, isArithmetic, hasDeblocking, width);
    }

    private static (int FrameNumberBits, int Width) ReadSequence(byte[] plain)
    {
        var bits = new BitReader(plain.AsSpan(1));
        var profile = bits.Bits(8);
        bits.Bits(16);
        bits.Unsigned();
        if (profile is 100 or 110 or 122 or 244)
        {
            Require(bits.Unsigned() == 1, "4:2:0");
            Require(bits.Unsigned() == 0 && bits.Unsigned() == 0, "8 bits");
            Require(!bits.Flag() && !bits.Flag(), "flat scaling");
        }

        var frameNumberBits = (int)bits.Unsigned() + 4;
        Require(bits.Unsigned() == 2, "pictures in order");
        bits.Unsigned();
        Require(!bits.Flag(), "no gaps");
        var width = (int)bits.Unsigned() + 1;
        bits.Unsigned();
        Require(bits.Flag(), "frames only");
        return (frameNumberBits, width);
    }

    private static (bool IsArithmetic, bool HasDeblockingControl) ReadPicture(byte[] plain)
    {
        var bits = new BitReader(plain.AsSpan(1));
        Require(bits.Unsigned() == 0 && bits.Unsigned() == 0, "one parameter set");
        var isArithmetic = bits.Flag();
        Require(!bits.Flag(), "no picture order");
        Require(bits.Unsigned() == 0, "one slice group");
        bits.Unsigned();
        bits.Unsigned();
        Require(!bits.Flag() && bits.Bits(2) == 0, "no weights");
        bits.Signed();
        bits.Signed();
        bits.Signed();
        var hasDeblockingControl = bits.Flag();
        bits.Flag();
        Require(!bits.Flag(), "no redundant pictures");
        return (isArithmetic, hasDeblockingControl);
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new FormatException($"The encoder did not keep to: {what}.");
        }
    }
}
