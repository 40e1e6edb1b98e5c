using System.IO.Compression;

namespace NemoBot.Tests.Hostile;

/// <summary>Zeros, packed: small files that unpack to huge ones.</summary>
internal static class Packed
{
    public const int BombBytes = 400_000_000;

    public static byte[] Deflate(int bytes) => Pack(bytes, s => new ZLibStream(s, CompressionLevel.Fastest));

    public static byte[] Gzip(int bytes) => Pack(bytes, s => new GZipStream(s, CompressionLevel.Fastest));

    public static byte[] Zip(int bytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("font.ttf").Open();
            Fill(entry, bytes);
        }

        return file.ToArray();
    }

    private static byte[] Pack(int bytes, Func<Stream, Stream> packer)
    {
        using var file = new MemoryStream();
        using (var packing = packer(file))
        {
            Fill(packing, bytes);
        }

        return file.ToArray();
    }

    private static void Fill(Stream stream, int bytes)
    {
        var block = new byte[1 << 20];
        for (; bytes > 0; bytes -= block.Length)
        {
            stream.Write(block, 0, Math.Min(bytes, block.Length));
        }
    }
}
