using NemoBot.Core.Media;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.RealFiles;

public sealed class TypeTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("00001.MTS", MediaKind.Video, "mts")]
    [InlineData("w64.w64", MediaKind.Audio, "w64")]
    [InlineData("midframe.mp3", MediaKind.Audio, "mp3")]
    [InlineData("rmp3.mp3", MediaKind.Audio, "mp3")]
    [InlineData("sound_only.avi", MediaKind.Audio, "avi")]
    [InlineData("phone.3gp", MediaKind.Audio, "3gp")]
    [InlineData("recorder.webm", MediaKind.Audio, "weba")]
    [InlineData("sizechange.webm", MediaKind.Video, "webm")]
    [InlineData("clip.mp4", MediaKind.Video, "mp4", "anamorphic.mp4")]
    [InlineData("book.m4b", MediaKind.Audio, "m4a")]
    [InlineData("still.jxl", MediaKind.Image, "jxl")]
    [InlineData("still.avif", MediaKind.Image, "avif")]
    public void The_type_is_told_by_the_content(string name, MediaKind kind, string extension, string? file = null)
    {
        var type = RealFile.Sniff(RealFile.At(file ?? name));
        Assert.Equal((kind, extension), (type?.Kind, type?.Extension));
    }

    [Theory]
    [InlineData("s.au", "-c:a pcm_s16be")]
    [InlineData("s.ac3", "-c:a ac3", Explicit = true)]
    [InlineData("s.tta", "-c:a tta")]
    [InlineData("s.latm", "-c:a aac -f latm")]
    [InlineData("s.caf", "-c:a pcm_s16le", Explicit = true)]
    [InlineData("s.rf64.wav", "-rf64 always")]
    [InlineData("s.w64", "-c:a pcm_s24le")]
    [InlineData("s.wv", "-c:a wavpack", Explicit = true)]
    [InlineData("s.dts", "-c:a dca -strict -2", Explicit = true)]
    [InlineData("s.mp2", "-c:a mp2", Explicit = true)]
    [InlineData("s.rm", "-c:a ac3 -b:a 96k", Explicit = true)]
    public async Task Sound_that_FFmpeg_reads_is_read(string name, string encoding)
    {
        var path = samples.Make(name, $"-f lavfi -i sine=f=500:d=1.5:r=48000 {encoding}");

        var asset = await RealFile.ReceiveFileAsync(samples, path);

        Assert.Equal(MediaKind.Audio, asset.Facts.Kind);
        Assert.Equal(1.5, asset.Facts.Duration.TotalSeconds, 0.08);
    }

    [Fact]
    public void A_FLAC_behind_an_enormous_tag_is_no_MP3()
    {
        byte[] head = [.. "ID3"u8, 4, 0, 0, 0, 8, 0, 0, .. new byte[4096]];
        Assert.Equal("flac", FileSniffer.Identify(head, "song.flac")?.Extension);
        Assert.Equal("mp3", FileSniffer.Identify(head, "song.mp3")?.Extension);
    }

    [Fact]
    public async Task A_percent_sign_in_the_name_of_a_still_is_a_letter()
    {
        var path = Path.Combine(samples.NewFolder(), "IMG%d 100%.jpg");
        File.Copy(samples.Photo(), path);

        Assert.Equal(640, (await Sound.Assets.ProbeAsync(path)).Facts.Width);
    }
}
