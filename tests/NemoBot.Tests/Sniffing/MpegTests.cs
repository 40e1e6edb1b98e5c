using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Sniffing;

/// <summary>MP3 and AAC have no mark, only headers of frames whose fields must exist and whose lengths must lead to the next one.</summary>
public sealed class MpegTests
{
    [Theory]
    [InlineData("FF FB 90 00", "mp3")]
    [InlineData("FF FB 10 00", "mp3")]
    [InlineData("FF FB E8 00", "mp3")]
    [InlineData("FF F3 90 00", "mp3")]
    [InlineData("FF E3 90 00", "mp3")]
    [InlineData("FF FD 90 00", "mp3")]
    [InlineData("00 00 FF FB 90 00", "mp3")]
    [InlineData("FF FB 90", null)]
    [InlineData("FF FB 00 00", null)]
    [InlineData("FF FB F0 00", null)]
    [InlineData("FF FB 9C 00", null)]
    [InlineData("FF EB 90 00", null)]
    [InlineData("FF FF 90 00", null)]
    [InlineData("FF DB 90 00", null)]
    [InlineData("FE FB 90 00", null)]
    [InlineData("FF F1 50 80", "aac")]
    [InlineData("FF F0 30 80", "aac")]
    [InlineData("FF F9 50 80", "aac")]
    [InlineData("FF F1 34 80", null)]
    [InlineData("FF E1 50 80", null)]
    [InlineData("FF F1 50", null)]
    [InlineData("00 00", null)]
    public void One_header_in_front_is_enough(string head, string? extension) => Assert.Equal(extension, Identify(head));

    [Theory]
    [InlineData("FF FB 90 00", 417, "mp3")]
    [InlineData("FF FB 92 00", 418, "mp3")]
    [InlineData("FF FB 94 00", 384, "mp3")]
    [InlineData("FF FB 98 00", 576, "mp3")]
    [InlineData("FF FB E0 00", 1044, "mp3")]
    [InlineData("FF FB 10 00", 104, "mp3")]
    [InlineData("FF F3 90 00", 261, "mp3")]
    [InlineData("FF E3 90 00", 522, "mp3")]
    [InlineData("FF FD 90 00", 522, "mp3")]
    [InlineData("FF F5 90 00", 522, "mp3")]
    [InlineData("FF E5 94 00", 960, "mp3")]
    [InlineData("FF F1 50 80 01 00 00", 8, "aac")]
    [InlineData("FF F1 50 80 20 60 00", 259, "aac")]
    [InlineData("FF F1 50 81 00 00 00", 2048, "aac")]
    [InlineData("FF FB F0 00", 417, null)]
    [InlineData("FF FB 00 00", 417, null)]
    [InlineData("FF FB 9C 00", 417, null)]
    [InlineData("FF EB 90 00", 417, null)]
    [InlineData("FF FF 90 00", 417, null)]
    [InlineData("FF F1 50 80 00 C0 00", 6, null)]
    public void Three_frames_in_a_row_are_no_accident(string header, int length, string? extension)
    {
        var rest = length - Heads.Of(header).Length;
        string Frames(int gap) => $"01 {header} ..*{rest + gap} {header} ..*{rest + gap} {header}";
        Assert.Equal(extension, rest < 0 ? Identify($"01 {header} {header} {header}") : Identify(Frames(0)));
        Assert.Null(rest < 0 ? null : Identify(Frames(1)));
        Assert.Null(rest < 0 ? null : Identify($"01 {header} ..*{rest} {header} ..*{rest} FF"));
        Assert.Null(rest < 0 ? null : Identify($"01 {header} ..*{rest} {header} ..*{rest} ..*7"));
    }

    [Theory]
    [InlineData("'ID3' 04 00*6 FF FB 90 00", "a.flac", "mp3")]
    [InlineData("'ID3' 04 00*5 01 .. FF FB 90 00", "a.flac", "mp3")]
    [InlineData("'ID3' 04 00*4 01 00 ..*128 FF FB 90 00", "a.flac", "mp3")]
    [InlineData("'ID3' 04 00*3 01 00*2 ..*16384 FF FB 90 00", "a.flac", "mp3")]
    [InlineData("'ID3' 04 00*2 01 00*3 ..*2097152 FF FB 90 00", "a.flac", "mp3")]
    [InlineData("'ID3' 04 00*5 04 FF FB 90 00", "a.flac", "flac")]
    [InlineData("'ID3' 04 00*5 03 ..*3 'f'", "a.aac", "aac")]
    [InlineData("'ID3' 04 00*6 'ID3' FF FB 90 00", "a.aac", "aac")]
    [InlineData("'ID3' 04 00*6 89 'PNG' 0D 0A 1A 0A", "a.wav", "wav")]
    [InlineData("'ID3' 04 00*6 'wvpk'", "a.wav", "wv")]
    [InlineData("'ID3' 04 00*6 ..", "a.tta", "tta")]
    [InlineData("'ID3' 04 00*6 ..", "a.ape", "ape")]
    [InlineData("'ID3' 04 00*6 ..", "a.mpc", "mpc")]
    [InlineData("'ID3' 04 00*6 ..", "a.wv", "wv")]
    [InlineData("'ID3' 04 00*6 ..", "a.tak", "tak")]
    [InlineData("'ID3' 04 00*6 ..", "a.aiff", "aiff")]
    [InlineData("'ID3' 04 00*6 ..", "a.dts", "dts")]
    [InlineData("'ID3' 04 00*6 ..", "a.ac3", "ac3")]
    [InlineData("'ID3' 04 00*6 ..", "a.ogg", "mp3")]
    [InlineData("'ID3' 04 00*6", "a.wav", null)]
    public void A_tag_is_skipped_and_the_name_decides_where_it_is_too_long(string head, string name, string? extension)
    {
        var type = FileSniffer.Identify(Heads.Of(head), name);
        Assert.Equal(extension, type?.Extension);
        Assert.True(type is null || (type.Kind == MediaKind.Audio && type.MimeType.Length > "audio/".Length));
    }

    [Theory]
    [InlineData("FF F1 50 80 00 E0 00", 7, 44_100, 1024)]
    [InlineData("FF F9 4C 83 FF E0 01", 8191, 48_000, 2048)]
    [InlineData("FF F0 30 80 02 00 03", 16, 7_350, 4096)]
    public void The_header_of_raw_AAC_says_length_rate_and_samples(string header, int length, int rate, int samples)
    {
        var bytes = Heads.Of(header);
        Assert.Equal((length, rate, samples), (AdtsHeader.LengthOf(bytes), AdtsHeader.RateOf(bytes), AdtsHeader.SamplesOf(bytes)));
    }

    [Theory]
    [InlineData("FF F1 50 80 00 E0")]
    [InlineData("FE F1 50 80 00 E0 00")]
    [InlineData("FF E1 50 80 00 E0 00")]
    [InlineData("FF F3 50 80 00 E0 00")]
    [InlineData("FF F5 50 80 00 E0 00")]
    [InlineData("FF F1 34 80 00 E0 00")]
    [InlineData("FF F1 50 80 00 C0 00")]
    public void What_is_no_header_of_raw_AAC_has_no_length(string header) => Assert.Equal(0, AdtsHeader.LengthOf(Heads.Of(header)));

    private static string? Identify(string head) => FileSniffer.Identify(Heads.Of(head), null)?.Extension;
}
