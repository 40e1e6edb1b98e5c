using System.Buffers.Binary;
using System.Text;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.RealFiles;

/// <summary>Covers that FFmpeg would leave out because of what their label says.</summary>
public sealed class CoverLabelTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("mp3", "jpg", "image/png")]
    [InlineData("mp3", "webp", "image/webp", Explicit = true)]
    [InlineData("mp3", "png", "image/x-png", Explicit = true)]
    [InlineData("flac", "jpg", "image/png")]
    [InlineData("flac", "webp", "image/webp", Explicit = true)]
    public async Task A_cover_is_what_its_bytes_say(string format, string kind, string label)
    {
        var picture = await File.ReadAllBytesAsync(samples.Make($"cover.{kind}", "-f lavfi -i color=red:s=64x48 -frames:v 1"));
        var sound = await File.ReadAllBytesAsync(samples.Make($"plain.{format}", "-f lavfi -i sine=d=1 -map_metadata -1 -fflags +bitexact"));
        byte[] labelled = format == "mp3" ? [.. Tag(label, picture), .. sound] : [.. sound[..42], .. Block(label, picture), .. sound[42..]];

        var asset = await RealFile.ReceiveFileAsync(samples, samples.Write($"{kind}-as-{label[6..]}.{format}", labelled));

        Assert.Equal((true, 64, 48), (asset.Facts.HasCover, asset.Facts.Width, asset.Facts.Height));
        Assert.Equal(1, asset.Facts.Duration.TotalSeconds, 0.06);
        var pixel = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", asset.Path, "-map", $"0:{asset.Facts.PictureStream}", "-frames:v", "1", "-vf", "scale=1:1,format=rgb24", "-f", "rawvideo", "-"]);
        Assert.True(pixel[0] > 240 && pixel[1] < 15, Convert.ToHexString(pixel));
    }

    [Fact]
    public async Task A_cover_in_a_format_that_an_m4a_cannot_name_is_found()
    {
        var webp = await File.ReadAllBytesAsync(samples.Make("cover.webp", "-f lavfi -i color=red:s=64x48 -frames:v 1"));
        var file = await File.ReadAllBytesAsync(samples.Make("png.m4a", "-f lavfi -i sine=d=1 -f lavfi -i testsrc=s=320x240:d=0.04:r=25 -map 0 -map 1 -frames:v 1 -c:v png -disposition:v:0 attached_pic"));
        var cover = file.AsSpan()[(file.AsSpan().IndexOf("covr"u8) + 4)..];
        cover = cover[16..BinaryPrimitives.ReadInt32BigEndian(cover)];
        cover.Clear();
        webp.CopyTo(cover);

        var asset = await RealFile.ReceiveFileAsync(samples, samples.Write("webp.m4a", file));

        Assert.Equal((true, 64, 48), (asset.Facts.HasCover, asset.Facts.Width, asset.Facts.Height));
        Assert.Equal(1, asset.Facts.Duration.TotalSeconds, 0.06);
    }

    [Theory]
    [InlineData("opus", "-c:a libopus")]
    [InlineData("ogg", "-c:a libvorbis", Explicit = true)]
    public async Task A_cover_in_a_format_that_is_unknown_in_ogg_is_found(string format, string codec)
    {
        var webp = await File.ReadAllBytesAsync(samples.Make("lossless.webp", "-f lavfi -i testsrc=s=640x480 -frames:v 1 -lossless 1"));
        byte[] block = [.. Big(3), .. Big(10), .. "image/webp"u8, .. Big(0), .. new byte[16], .. Big(webp.Length), .. webp];

        var asset = await RealFile.ReceiveFileAsync(samples, samples.Make($"webp.{format}", $"-f lavfi -i sine=d=3 {codec} -metadata METADATA_BLOCK_PICTURE={Convert.ToBase64String(block)}"));

        Assert.Equal((true, 640, 480), (asset.Facts.HasCover, asset.Facts.Width, asset.Facts.Height));
        Assert.Equal(3, asset.Facts.Duration.TotalSeconds, 0.06);
    }

    [Fact]
    public async Task A_cover_with_the_right_label_leaves_the_file_as_it_is()
    {
        var picture = await File.ReadAllBytesAsync(samples.Make("cover.jpg", "-f lavfi -i color=red:s=64x48 -frames:v 1"));
        var path = samples.Write("right.mp3", [.. Tag("image/jpeg", picture), .. await File.ReadAllBytesAsync(samples.Tone(1))]);
        using var tools = MediaUnderTest.Tools();

        Assert.False(await new NemoBot.Media.Covers.CoverRepair(tools).TryAsync(path, CancellationToken.None));
    }

    private static byte[] Tag(string label, byte[] picture)
    {
        byte[] content = [0, .. Encoding.ASCII.GetBytes(label), 0, 3, 0, .. picture];
        byte[] frame = [.. "APIC"u8, .. Big(content.Length), 0, 0, .. content];
        var size = frame.Length;
        return [.. "ID3\x03\0\0"u8, (byte)(size >> 21 & 127), (byte)(size >> 14 & 127), (byte)(size >> 7 & 127), (byte)(size & 127), .. frame];
    }

    private static byte[] Block(string label, byte[] picture)
    {
        byte[] content = [0, 0, 0, 3, .. Big(label.Length), .. Encoding.ASCII.GetBytes(label), .. new byte[20], .. Big(picture.Length), .. picture];
        return [6, .. Big(content.Length)[1..], .. content];
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
