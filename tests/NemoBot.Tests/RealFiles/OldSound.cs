using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Tests.RealFiles;

/// <summary>Files that FFmpeg reads and cannot write.</summary>
internal static class OldSound
{
    private const int Rate = 8000;

    public static byte[] Of(string extension) => extension switch
    {
        "sph" => Sphere(),
        "8svx" => Svx(),
        _ => Module(),
    };

    /// <summary>A text of 1,024 bytes, then samples.</summary>
    private static byte[] Sphere()
    {
        var head = "NIST_1A\n   1024\nchannel_count -i 1\nsample_count -i 8000\nsample_rate -i 8000\nsample_n_bytes -i 2\nsample_byte_format -s2 01\n"
            + "sample_sig_bits -i 16\nsample_coding -s3 pcm\nend_head\n";
        var samples = Enumerable.Range(0, Rate).SelectMany(i => BitConverter.GetBytes((short)(9000 * Wave(i))));
        return [.. Encoding.ASCII.GetBytes(head.PadRight(1024)), .. samples];
    }

    private static byte[] Svx()
    {
        byte[] header = [.. Big(Rate), .. new byte[8], Rate >> 8, Rate & 255, 1, 0, 0, 1, 0, 0];
        byte[] body = [.. "8SVX"u8, .. Chunk("VHDR", header), .. Chunk("BODY", [.. Enumerable.Range(0, Rate).Select(i => (byte)(sbyte)(60 * Wave(i)))])];
        return Chunk("FORM", body);
    }

    /// <summary>One sample, one pattern of 64 rows that plays it every fourth row.</summary>
    private static byte[] Module()
    {
        const int length = 4000;
        var head = new byte[1084 + 1024];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(42), length / 2);
        head[45] = 64;
        head[49] = 1;
        head[950] = 1;
        head[951] = 127;
        "M.K."u8.CopyTo(head.AsSpan(1080));
        for (var row = 0; row < 64; row += 4)
        {
            ((ReadOnlySpan<byte>)[0x01, 0x0d, 0x10, 0]).CopyTo(head.AsSpan(1084 + (row * 16)));
        }

        return [.. head, .. Enumerable.Range(0, length).Select(i => i / 16 % 2 == 0 ? (byte)60 : (byte)196)];
    }

    private static double Wave(int sample) => Math.Sin(2 * Math.PI * 500 * sample / Rate);

    private static byte[] Chunk(string name, byte[] content) => [.. Encoding.ASCII.GetBytes(name), .. Big(content.Length), .. content];

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
