using NemoBot.Core.Media;
using NemoBot.Tests.Media;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.RealFiles;

/// <summary>Files of which FFmpeg by itself would play a part, or nothing.</summary>
public sealed class JoinedFileTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("joined.flac", "-c:a flac -ar 44100", "-c:a flac -ar 48000 -ac 1", Explicit = true)]
    [InlineData("two-codecs.ogg", "-c:a libvorbis -ar 44100", "-c:a libopus")]
    [InlineData("joined.wav", "", "-ar 48000")]
    [InlineData("joined.mka", "-c:a libvorbis -f matroska", "-c:a libvorbis -f matroska", Explicit = true)]
    [InlineData("joined.aiff", "", "-ar 48000", Explicit = true)]
    [InlineData("joined.mp4", "-c:a aac", "-c:a aac -movflags +faststart", Explicit = true)]
    [InlineData("chained-flac.ogg", "-c:a flac -ar 44100", "-c:a flac -ar 48000 -ac 1", Explicit = true)]
    public async Task Both_files_of_a_joined_one_are_heard(string name, string first, string second)
    {
        var ending = Path.GetExtension(name);
        var one = samples.Make("1-" + name, $"-f lavfi -i sine=f=500:d=2 -ac 2{Format(ending)} {first}");
        var two = samples.Make("2-" + name, $"-f lavfi -i sine=f=1000:d=2 -ac 2{Format(ending)} {second}");
        var path = samples.Write(name, [.. await File.ReadAllBytesAsync(one), .. await File.ReadAllBytesAsync(two)]);

        var asset = await RealFile.ReceiveFileAsync(samples, path);
        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset));

        Assert.Equal(4, made.Seconds, 0.06);
        Assert.True(made.Strength(500, 0.3, 1.7) > 0.05 && made.Strength(1000, 2.3, 3.7) > 0.05);
    }

    [Theory]
    [InlineData("joined.mkv", "-r 25 -s 64x48", "-r 30 -s 96x64 -an")]
    [InlineData("live.webm", "-r 25 -s 64x48 -c:v libvpx -c:a libopus -live 1", "-r 25 -s 64x48 -c:v libvpx -c:a libopus -live 1", Explicit = true)]
    [InlineData("clips.mp4", "-r 25 -s 64x48", "-r 25 -s 64x48 -movflags +faststart", Explicit = true)]
    [InlineData("joined.avi", "-r 25 -s 64x48", "-r 25 -s 64x48", Explicit = true)]
    public async Task Both_videos_of_a_joined_one_are_seen(string name, string first, string second)
    {
        var one = samples.Make("1-" + name, $"-f lavfi -i color=red:d=1 -f lavfi -i sine=f=500:d=1 {first}");
        var two = samples.Make("2-" + name, $"-f lavfi -i color=blue:d=1 -f lavfi -i sine=f=1000:d=1 {second}");
        var path = samples.Write(name, [.. await File.ReadAllBytesAsync(one), .. await File.ReadAllBytesAsync(two)]);

        var asset = await RealFile.ReceiveFileAsync(samples, path);

        Assert.Equal((64, 48), (asset.Facts.Width, asset.Facts.Height));
        Assert.Equal(2, asset.Facts.Duration.TotalSeconds, 0.1);
        Assert.True(ColorAt(asset.Path, "0.5") is [> 200, _, < 60] && ColorAt(asset.Path, "1.5") is [< 60, _, > 200]);
    }

    [Fact]
    public async Task A_joined_video_that_is_too_large_is_made_smaller_as_a_whole()
    {
        var one = samples.Make("1-large.mkv", "-f lavfi -i color=red:d=1:s=64x48 -f lavfi -i sine=f=500:d=1 -c:a pcm_s16le");
        var two = samples.Make("2-large.mkv", "-f lavfi -i color=blue:d=1:s=64x48 -f lavfi -i sine=f=500:d=1 -c:a pcm_s16le");
        var path = samples.Write("large.mkv", [.. await File.ReadAllBytesAsync(one), .. await File.ReadAllBytesAsync(two)]);
        using var tools = MediaUnderTest.Tools();

        var fitted = await tools.FitAsync(path, Directory.CreateDirectory(path + ".fit").FullName, new FileInfo(path).Length - 1, null, CancellationToken.None);

        Assert.True(ColorAt(fitted!.Path, "0.5") is [> 200, _, < 60] && ColorAt(fitted.Path, "1.5") is [< 60, _, > 200]);
    }

    [Fact]
    public async Task A_file_that_is_not_joined_is_left_as_it_is()
    {
        var chained = samples.Make("one.opus", "-f lavfi -i sine=d=1 -c:a libopus");
        using var tools = MediaUnderTest.Tools();

        Assert.False((await tools.ProbeAsync(samples.Make("one.flac", "-f lavfi -i sine=d=1"), CancellationToken.None)).IsJoined);
        Assert.False((await tools.ProbeAsync(samples.Write("same.opus", [.. await File.ReadAllBytesAsync(chained), .. await File.ReadAllBytesAsync(chained)]), CancellationToken.None)).IsJoined);
    }

    [Fact]
    public async Task Sound_in_the_low_frequency_channel_alone_is_heard()
    {
        var path = samples.Make("lfe.wav", "-f lavfi -i sine=f=60:d=1:r=48000 -af pan=5.1|LFE=c0");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.True(made.Strength(60, 0.2, 0.8) > 0.05);
    }

    [Fact]
    public async Task A_chunk_of_odd_length_without_its_padding_hides_nothing()
    {
        var plain = await File.ReadAllBytesAsync(samples.Make("plain.wav", "-f lavfi -i sine=f=500:d=1:r=48000 -fflags +bitexact"));
        var path = samples.Write("odd.wav", [.. plain[..36], .. "LIST\x0d\0\0\0INFOISFT\x01\0\0\0a"u8, .. plain[36..]]);

        var asset = await RealFile.ReceiveFileAsync(samples, path);

        Assert.Equal(1, asset.Facts.Duration.TotalSeconds, 0.001);
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    public async Task Orientation_in_the_text_of_a_PNG_is_applied(string kind)
    {
        var plain = await File.ReadAllBytesAsync(samples.Make("plain.png", "-f lavfi -i color=red:s=64x32 -frames:v 1"));
        var content = PngText(kind == "zTXt", "Raw profile type exif", "\nexif\n      32\n" + Convert.ToHexStringLower([.. "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"u8]) + "\n");
        var path = samples.Write($"{kind}.png", [.. plain[..33], .. Chunk(kind, content), .. plain[33..]]);

        var asset = await RealFile.ReceiveFileAsync(samples, path);

        Assert.Equal((MediaKind.Image, 32, 64), (asset.Facts.Kind, asset.Facts.Width, asset.Facts.Height));
    }

    private static byte[] ColorAt(string path, string time) =>
        SampleMedia.Run("ffmpeg", ["-v", "error", "-ss", time, "-i", path, "-frames:v", "1", "-vf", "scale=1:1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"]);

    private static string Format(string ending) => ending == ".mka" ? "" : $" -f {ending[1..]}";

    private static byte[] PngText(bool isPacked, string name, string text)
    {
        using var content = new MemoryStream();
        content.Write(System.Text.Encoding.Latin1.GetBytes(name + (isPacked ? "\0\0" : "\0")));
        using (var target = isPacked ? new System.IO.Compression.ZLibStream(content, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true) : (Stream)content)
        {
            target.Write(System.Text.Encoding.Latin1.GetBytes(text));
        }

        return content.ToArray();
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.Latin1.GetBytes(kind), .. content];
        var (length, checksum) = (new byte[4], System.IO.Hashing.Crc32.Hash(body));
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        Array.Reverse(checksum);
        return [.. length, .. body, .. checksum];
    }
}
