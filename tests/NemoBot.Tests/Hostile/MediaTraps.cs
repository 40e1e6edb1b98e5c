using System.Buffers.Binary;
using System.Text;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Hostile;

/// <summary>Sounds and videos with headers that promise what no machine can keep.</summary>
internal static class MediaTraps
{
    public static IEnumerable<HostileFile> All(SampleMedia samples) => [.. Headers(samples), .. Streams(samples)];

    private static IEnumerable<HostileFile> Headers(SampleMedia samples)
    {
        yield return new("long.wav", "4 GB in the header", Wav(2, 44100, 16, uint.MaxValue));
        yield return new("channels.wav", "65535 channels", Wav(65535, 44100, 16, 100_000));
        yield return new("silent.wav", "no channels", Wav(0, 44100, 16, 100_000));
        yield return new("slow.wav", "one sample a second", Wav(1, 1, 8, 100_000));
        yield return new("fast.wav", "2^31 samples a second", Wav(1, int.MaxValue, 16, 100_000));
        yield return new("still.wav", "no samples a second", Wav(1, 0, 16, 100_000));
        yield return new("bits.wav", "65535 bits a sample", Wav(2, 44100, 65535, 100_000));
        var movie = File.ReadAllBytes(samples.Movie(1));
        foreach (var (box, at, what) in ((string, int, string)[])[("mvhd", 16, "no time scale"), ("stts", 8, "billions of frames"), ("stsz", 8, "billions of sizes"), ("stco", 4, "billions of places"), ("tkhd", 80, "a picture of billions of rows"), ("elst", 8, "an edit without an end")])
        {
            yield return new($"{box}.mp4", what, Patch(movie, box, at, what == "no time scale" ? 0 : 0x7fffffffu));
        }

        yield return new("frames.mp4", "a frame that lasts for years", Patch(Patch(movie, "stts", 12, 0x7fffffff), "mdhd", 16, 0x7fffffff));
        yield return new("packed.mp4", "a header that unpacks to 400 MB", PackedMovie);
        yield return new("rate.avi", "frames without a time", Patch(Avi(samples), "avih", 4, 0));
        yield return new("count.avi", "2^31 frames", Patch(Avi(samples), "avih", 20, 0x7fffffff));
        yield return new("total.flac", "2^36 samples in the header", Flac(samples));
    }

    private static IEnumerable<HostileFile> Streams(SampleMedia samples)
    {
        var movie = File.ReadAllBytes(samples.Movie(1));
        yield return new("streams.mp4", "900 streams", Multiply(movie, 900));
        yield return new("streams.mp4", "10,000 streams", () => Multiply(movie, 10_000));
        yield return new("attached.mkv", "an attached font that unpacks to 100 MB", () => Attached(samples, samples.Write("bomb.ttf", Packed.Zip(Packed.BombBytes / 4))));
        yield return new("sounds.mka", "200 silent tracks", () => Tracks(samples, 200));
    }

    private static byte[] Attached(SampleMedia samples, string font) =>
        File.ReadAllBytes(samples.Make("attached.mkv", $"-f lavfi -i testsrc2=s=64x64:d=1 -c:v libx264 -attach {font} -metadata:s:t mimetype=application/x-truetype-font"));

    private static byte[] Tracks(SampleMedia samples, int count) =>
        File.ReadAllBytes(samples.Make("sounds.mka", "-f lavfi -i anullsrc=r=8000:d=1 " + string.Concat(Enumerable.Repeat("-map 0 ", count)) + "-c:a pcm_s16le"));

    private static byte[] Wav(ushort channels, int rate, ushort bits, uint bytes)
    {
        var file = new byte[44 + 20_000];
        "RIFF\0\0\0\0WAVEfmt "u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), unchecked(rate * channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), unchecked((ushort)(channels * bits / 8)));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(34), bits);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), bytes);
        return file;
    }

    /// <summary>Writes a number into the first box or chunk of a type, counted from the end of its name.</summary>
    private static byte[] Patch(byte[] file, string box, int at, uint value)
    {
        byte[] changed = [.. file];
        var found = changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box));
        if (found >= 0)
        {
            Big(value).CopyTo(changed, found + 4 + at);
        }

        return changed;
    }

    private static byte[] Avi(SampleMedia samples) =>
        File.ReadAllBytes(samples.Make("base.avi", "-f lavfi -i testsrc2=s=64x64:d=1 -c:v mpeg4"));

    private static byte[] Flac(SampleMedia samples)
    {
        var file = File.ReadAllBytes(samples.Make("base.flac", "-f lavfi -i sine=d=1"));
        file[21] |= 0x0f;
        Big(uint.MaxValue).CopyTo(file, 22);
        return file;
    }

    private static byte[] PackedMovie()
    {
        var zlib = Packed.Deflate(Packed.BombBytes);
        byte[] inner = [.. Big(12), .. "dcomzlib"u8, .. Big((uint)zlib.Length + 12), .. "cmvd"u8, .. Big(Packed.BombBytes), .. zlib];
        byte[] packed = [.. Big((uint)inner.Length + 8), .. "cmov"u8, .. inner];
        return [.. Big(16), .. "ftypqt  "u8, 0, 0, 0, 0, .. Big((uint)packed.Length + 8), .. "moov"u8, .. packed];
    }

    /// <summary>A movie in which every stream is there many times.</summary>
    private static byte[] Multiply(byte[] movie, int streams)
    {
        var moov = movie.AsSpan().IndexOf("moov"u8) - 4;
        var trak = movie.AsSpan().IndexOf("trak"u8) - 4;
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(movie.AsSpan(trak));
        var size = BinaryPrimitives.ReadUInt32BigEndian(movie.AsSpan(moov)) + (uint)(length * (streams - 1));
        var copies = Enumerable.Repeat(movie[trak..(trak + length)], streams - 1).SelectMany(b => b);
        return [.. movie[..moov], .. Big(size), .. movie[(moov + 4)..trak], .. copies, .. movie[trak..]];
    }

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
