using System.Buffers.Binary;
using System.Text;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Hostile;

/// <summary>Pictures that are small and unpack to something huge.</summary>
internal static class PictureTraps
{
    public static IEnumerable<HostileFile> All(SampleMedia samples)
    {
        var zlib = new Lazy<byte[]>(() => Packed.Deflate(Packed.BombBytes));
        yield return new("wide.png", "65535 x 65535 in the header", Png(65535, 65535, Packed.Deflate(100)));
        yield return new("square.png", "10000 x 10000 that unpacks to 400 MB", () => Png(10000, 10000, zlib.Value));
        yield return new("text.png", "a text chunk that unpacks to 400 MB", () => Png(64, 64, Packed.Deflate(64 * (64 * 4 + 1)), Chunk("zTXt", [.. "a\0\0"u8, .. zlib.Value])));
        yield return new("profile.png", "a colour profile that unpacks to 400 MB", () => Png(64, 64, Packed.Deflate(64 * (64 * 4 + 1)), Chunk("iCCP", [.. "a\0\0"u8, .. zlib.Value])));
        yield return new("frames.png", "an animation of 2^31 frames", Png(64, 64, Packed.Deflate(64 * (64 * 4 + 1)), Chunk("acTL", [0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0])));
        yield return new("wide.bmp", "30000 x 30000 in the header", Bmp(30000, 30000));
        yield return new("negative.bmp", "a negative height", Bmp(100, int.MinValue));
        yield return new("wide.gif", "65535 x 65535 in the header", [.. "GIF89a"u8, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 2, 2, 0x4c, 1, 0, 0x3b]);
        yield return new("many.gif", "50,000 frames without a pause", () => Gif(50_000));
        yield return new("wide.webp", "16383 x 16383 in the header", [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0x3f, 0, 0xfe, 0x3f, 0]);
        var photo = File.ReadAllBytes(samples.Photo());
        var frame = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]);
        byte[] wide = [.. photo];
        new byte[] { 0xfd, 0xe8, 0xfd, 0xe8 }.CopyTo(wide, frame + 5);
        yield return new("wide.jpg", "65000 x 65000 in the header", wide);
        yield return new("loop.tif", "a directory that points to itself", [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]);
        yield return new("entities.svg", "entities that unpack to a billion words", Encoding.UTF8.GetBytes(Laughs()));
        yield return new("entities.png", "the same under another name", Encoding.UTF8.GetBytes(Laughs()));
        yield return new("cover.mp3", "a cover of 30000 x 30000", [.. Tag(Png(30000, 30000, Packed.Deflate(1000))), .. File.ReadAllBytes(samples.Tone(1))]);
    }

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, System.IO.Hashing.Crc32.HashToUInt32(body));
        return [.. Big((uint)content.Length), .. body, .. check];
    }

    private static byte[] Png(uint width, uint height, byte[] zlib, params byte[][] more) =>
    [
        0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 6, 0, 0, 0]), .. more.SelectMany(m => m), .. Chunk("IDAT", zlib), .. Chunk("IEND", []),
    ];

    private static byte[] Bmp(int width, int height)
    {
        var file = new byte[54 + 1000];
        "BM"u8.CopyTo(file);
        (int At, int Value)[] fields = [(2, file.Length), (10, 54), (14, 40), (18, width), (22, height), (26, 1 | (24 << 16))];
        foreach (var (at, value) in fields)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        }

        return file;
    }

    private static byte[] Gif(int frames) =>
    [
        .. "GIF89a"u8, 16, 0, 16, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff,
        .. Enumerable.Repeat((byte[])[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0], frames).SelectMany(f => f), 0x3b,
    ];

    /// <summary>An ID3 tag with a picture.</summary>
    private static byte[] Tag(byte[] picture)
    {
        byte[] frame = [.. "\0image/png\0\x3\0"u8, .. picture];
        var size = frame.Length + 10;
        return [.. "ID3\x3\0\0"u8, (byte)((size >> 21) & 0x7f), (byte)((size >> 14) & 0x7f), (byte)((size >> 7) & 0x7f), (byte)(size & 0x7f), .. "APIC"u8, .. Big((uint)frame.Length), 0, 0, .. frame];
    }

    private static string Laughs()
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 10; i++)
        {
            text.Append($"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        }

        return text.Append("]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&a9;</text></svg>").ToString();
    }
}
