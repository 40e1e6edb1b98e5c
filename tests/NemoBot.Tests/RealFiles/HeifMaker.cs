using System.Buffers.Binary;
using System.Text;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.RealFiles;

/// <summary>Writes a HEIC as phones do: a grid of two tiles that is larger than the picture and stored lying on its side.</summary>
internal static class HeifMaker
{
    /// <summary>100 by 64 pixels, red on the left and blue on the right, to be turned to the left by 90 degrees.</summary>
    public static byte[] Grid(SampleMedia samples)
    {
        var (left, right) = (Tile(samples, "red"), Tile(samples, "blue"));
        var configuration = Box(left, "hvcC");
        byte[] grid = [0, 0, 0, 1, .. Big(100, 2), .. Big(64, 2)];
        byte[][] items = [grid, Content(left, "mdat"), Content(right, "mdat")];
        byte[] Meta(int start) => Full("meta",
        [
            .. Full("pitm", Big(1, 2)), .. Places(items, start), .. Full("iinf", [.. Big(3, 2), .. Entry(1, "grid"), .. Entry(2, "hvc1"), .. Entry(3, "hvc1")]),
            .. Full("iref", Make("dimg", [.. Big(1, 2), .. Big(2, 2), .. Big(2, 2), .. Big(3, 2)])),
            .. Make("iprp",
            [
                .. Make("ipco", [.. configuration, .. Full("ispe", [.. Big(100, 4), .. Big(64, 4)]), .. Make("irot", [1])]),
                .. Full("ipma", [.. Big(3, 4), .. Big(1, 2), 2, 2, 3, .. Big(2, 2), 1, 0x81, .. Big(3, 2), 1, 0x81]),
            ]),
        ]);
        byte[] type = Make("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1heic"u8]);
        return [.. type, .. Meta(type.Length + Meta(0).Length + 8), .. Make("mdat", [.. items.SelectMany(i => i)])];
    }

    private static byte[] Tile(SampleMedia samples, string color) => File.ReadAllBytes(samples.Make(
        $"tile-{color}.mp4", $"-f lavfi -i color={color}:s=64x64:d=1:r=1 -frames:v 1 -c:v libx265 -x265-params log-level=error -pix_fmt yuv420p -tag:v hvc1"));

    private static byte[] Places(byte[][] items, int start)
    {
        List<byte> places = [0x44, 0x00, .. Big(items.Length, 2)];
        for (var i = 0; i < items.Length; i++)
        {
            places.AddRange([.. Big(i + 1, 2), 0, 0, .. Big(1, 2), .. Big(start, 4), .. Big(items[i].Length, 4)]);
            start += items[i].Length;
        }

        return Full("iloc", [.. places]);
    }

    private static byte[] Entry(int item, string type) => Make("infe", [2, 0, 0, 0, .. Big(item, 2), 0, 0, .. Encoding.Latin1.GetBytes(type), 0]);

    private static byte[] Full(string type, byte[] content) => Make(type, [0, 0, 0, 0, .. content]);

    private static byte[] Make(string type, byte[] content) => [.. Big(content.Length + 8, 4), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] Box(byte[] file, string type)
    {
        var at = file.AsSpan().IndexOf(Encoding.Latin1.GetBytes(type)) - 4;
        return file[at..(at + (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)))];
    }

    private static byte[] Content(byte[] file, string type) => Box(file, type)[8..];

    private static byte[] Big(int value, int bytes) => [.. Enumerable.Range(0, bytes).Select(i => (byte)(value >> (8 * (bytes - 1 - i))))];
}
