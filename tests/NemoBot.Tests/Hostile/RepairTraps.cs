using System.Buffers.Binary;
using System.Text;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Hostile;

/// <summary>Files that keep busy what looks for joined parts, covers and orientation.</summary>
internal static class RepairTraps
{
    private const int Many = 100_000;

    public static IEnumerable<HostileFile> All(SampleMedia samples)
    {
        var flac = File.ReadAllBytes(samples.Make("base.flac", "-f lavfi -i sine=d=1"));
        yield return new("marks.flac", "100,000 marks of further files", [.. flac, .. Repeat([.. "fLaC\0\0\0\x22"u8])]);
        var wav = File.ReadAllBytes(samples.Make("base.wav", "-f lavfi -i sine=d=1"));
        yield return new("many.wav", "100,000 empty files behind it", [.. wav, .. Repeat([.. "RIFF\x8\0\0\0WAVE\0\0\0\0"u8])]);
        yield return new("pages.ogg", "100,000 empty pages that open a stream", Repeat([.. "OggS\0\x2"u8, .. new byte[20], 0]));
        yield return new("blocks.flac", "100,000 empty blocks", [.. flac[..42], .. Repeat([4, 0, 0, 0]), .. flac[42..]]);
        byte[] webp = [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0x3f, 0, 0xfe, 0x3f, 0];
        yield return new("covers.mp3", "5,000 broken covers", [.. Tag(webp, 5000), .. File.ReadAllBytes(samples.Tone(1))]);
        var profile = Chunk("zTXt", [.. "Raw profile type exif\0\0"u8, .. Packed.Deflate(1 << 20)]);
        var png = File.ReadAllBytes(samples.Make("base.png", "-f lavfi -i color=red:s=64x64 -frames:v 1"));
        yield return new("profiles.png", "2,000 profiles of 1 MB each", [.. png[..33], .. Enumerable.Repeat(profile, 2000).SelectMany(p => p), .. png[33..]]);
    }

    private static byte[] Repeat(byte[] part) => [.. Enumerable.Repeat(part, Many).SelectMany(p => p)];

    private static byte[] Tag(byte[] picture, int count)
    {
        byte[] content = [.. "\0image/webp\0\x3\0"u8, .. picture];
        byte[] frame = [.. "APIC"u8, .. Big(content.Length), 0, 0, .. content];
        var size = frame.Length * count;
        return
        [
            .. "ID3\x3\0\0"u8, (byte)((size >> 21) & 0x7f), (byte)((size >> 14) & 0x7f), (byte)((size >> 7) & 0x7f), (byte)(size & 0x7f),
            .. Enumerable.Repeat(frame, count).SelectMany(f => f),
        ];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, System.IO.Hashing.Crc32.HashToUInt32(body));
        return [.. Big(content.Length), .. body, .. check];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
