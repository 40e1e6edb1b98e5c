using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Sniffing;

public sealed class FileSnifferTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Sniffing");

    public static TheoryData<string> RealHeads() => [.. Directory.GetFiles(Folder, "*.head").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(RealHeads))]
    public void Real_files_are_known_by_their_first_bytes_under_any_name(string file)
    {
        var head = File.ReadAllBytes(Path.Combine(Folder, file));
        var parts = file.Split('.');
        var kind = parts[0] switch { "clip" => MediaKind.Video, "still" => MediaKind.Image, _ => MediaKind.Audio };
        foreach (var name in (string?[])[null, "x", $"a.{parts[1]}", "wrong.txt", "wrong.mp3", "wrong.png"])
        {
            var type = FileSniffer.Identify(head, name);
            Assert.Equal((kind, parts[1]), (type!.Kind, type.Extension));
            Assert.Contains("/", type.MimeType, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("heic", "heic", MediaKind.Image)]
    [InlineData("mif1", "heic", MediaKind.Image)]
    [InlineData("avif", "avif", MediaKind.Image)]
    [InlineData("M4A ", "m4a", MediaKind.Audio)]
    [InlineData("M4V ", "mp4", MediaKind.Video)]
    [InlineData("mp42", "mp4", MediaKind.Video)]
    [InlineData("3gp4", "3gp", MediaKind.Video)]
    [InlineData("qt  ", "mov", MediaKind.Video)]
    public void Boxes_are_told_apart_by_brand(string brand, string extension, object kind)
    {
        var type = FileSniffer.Identify([0, 0, 0, 24, .. Encoding.ASCII.GetBytes("ftyp" + brand), 0, 0, 0, 0], null);
        Assert.Equal((extension, kind), (type!.Extension, (object)type.Kind));
    }

    [Fact]
    public void Sound_alone_in_a_general_box_is_sound_if_its_name_says_so()
    {
        byte[] head = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0];
        Assert.Equal(MediaKind.Audio, FileSniffer.Identify(head, "memo.m4a")!.Kind);
        Assert.Equal(MediaKind.Video, FileSniffer.Identify(head, "memo.mp4")!.Kind);
    }

    [Fact]
    public void A_tag_in_front_does_not_hide_what_follows()
    {
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4];
        Assert.Equal("aac", FileSniffer.Identify([.. tag, 0xff, 0xf1, 0x50, 0x80], "a.mp3")!.Extension);
        Assert.Equal("mp3", FileSniffer.Identify([.. tag, 0xff, 0xfb, 0x90, 0x64], "a.aac")!.Extension);
        Assert.Equal("flac", FileSniffer.Identify([.. tag, .. "fLaC"u8], "a.mp3")!.Extension);
        Assert.Equal("mp3", FileSniffer.Identify([.. "ID3"u8, 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f, 0], "a")!.Extension);
    }

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nHello", "srt")]
    [InlineData("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n你好", "srt")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "vtt")]
    [InlineData("[ti:Song]\n[00:12.00]First line", "lrc")]
    [InlineData("[Script Info]\nTitle: x", "ass")]
    [InlineData("just some lyrics\nla la la", "txt")]
    public void Text_is_known_by_its_form(string text, string extension)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var type = FileSniffer.Identify([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "song.mp3");
            Assert.Equal((MediaKind.Text, extension), (type!.Kind, type.Extension));
            Assert.Contains('/', type.MimeType);
        }
    }

    [Theory]
    [InlineData("[00:12.00]la", "lrc")]
    [InlineData("[00:12:00]la", "lrc")]
    [InlineData("[99:59]la", "lrc")]
    [InlineData("[0:12]la", "txt")]
    [InlineData("[x0:12]la", "txt")]
    [InlineData("[0x:12]la", "txt")]
    [InlineData("[00:x2]la", "txt")]
    [InlineData("[00:1x]la", "txt")]
    [InlineData("[00.12]la", "txt")]
    [InlineData("[00:12,la", "txt")]
    [InlineData("(00:12]la", "txt")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n[00:12]la", "lrc")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n[00:12]la", "txt")]
    [InlineData("\n\n\n\n1\n\n2\n0 --> 1", "srt")]
    [InlineData("1\n2\n3\n0 --> 1", "txt")]
    [InlineData("\n WEBVTT", "vtt")]
    [InlineData("webvtt", "txt")]
    [InlineData("\n [script info]", "ass")]
    [InlineData("la\nWEBVTT", "txt")]
    [InlineData("\t\v\f\u001a\u001bla", "txt")]
    [InlineData("la\u001c", null)]
    [InlineData("la\u0008", null)]
    [InlineData("la\u000e", null)]
    [InlineData("\ufeff", null)]
    [InlineData("\ufeff\n", null)]
    public void A_form_of_text_is_in_its_first_lines(string text, string? extension)
    {
        Assert.Equal(extension, FileSniffer.Identify(Encoding.UTF8.GetBytes(text), null)?.Extension);
        Assert.Equal(extension, FileSniffer.Identify(Encoding.UTF8.GetBytes(text), "a.mp3")?.Extension);
        Assert.Equal(extension, FileSniffer.Identify([0xff, 0xfe, .. Encoding.Unicode.GetBytes(text), 0], null)?.Extension);
        Assert.Equal(extension, FileSniffer.Identify([0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(text), 0], null)?.Extension);
    }

    [Theory]
    [InlineData("'la' C3", null, "txt")]
    [InlineData("'la' C3 A9", null, "txt")]
    [InlineData("'la' C3 'l'", null, null)]
    [InlineData("'la' E0 A4", null, "txt")]
    [InlineData("'la' E4 BD", null, "txt")]
    [InlineData("'la' E4 BD A0", null, "txt")]
    [InlineData("'la' E4 BD 'l'", null, null)]
    [InlineData("'la' F0 9F 8E", null, "txt")]
    [InlineData("'la' F0 9F 8E B5", null, "txt")]
    [InlineData("'la' F0 9F 8E 'l'", null, null)]
    [InlineData("'la' BD BD", null, null)]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.srt", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.vtt", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.lrc", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.txt", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.ass", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.ssa", "txt")]
    [InlineData("'la' C4 E3 BA C3 'l'", "a.md", null)]
    [InlineData("'l' 00 'a' 00", "a.txt", "txt")]
    [InlineData("00 'l' 00 'a' 00", "a.txt", "txt")]
    [InlineData("'l' 00 'a' 00", "a.mp3", null)]
    [InlineData("'l' 00 'a' 00 00 'b'", "a.txt", null)]
    [InlineData("'l' 00 ..*8", "a.txt", "txt")]
    [InlineData("'l' 00 ..*9", "a.txt", null)]
    [InlineData("'la' 08", "a.txt", null)]
    public void Bytes_are_text_if_they_can_be_read_as_such(string head, string? name, string? extension) =>
        Assert.Equal(extension, FileSniffer.Identify(Heads.Of(head), name)?.Extension);

    [Fact]
    public void A_head_that_ends_within_a_character_is_still_text()
    {
        var bytes = Encoding.UTF8.GetBytes("歌词歌词");
        for (var cut = 3; cut <= bytes.Length; cut++)
        {
            Assert.Equal(MediaKind.Text, FileSniffer.Identify(bytes.AsSpan(0, cut), null)!.Kind);
        }
    }

    [Fact]
    public void Old_Chinese_encodings_are_text_only_under_a_name_that_says_so()
    {
        byte[] gbk = [0xc4, 0xe3, 0xba, 0xc3, (byte)'\n', 0xc4, 0xe3];
        Assert.Equal(MediaKind.Text, FileSniffer.Identify(gbk, "a.srt")!.Kind);
        Assert.Null(FileSniffer.Identify(gbk, "a.mp3"));
    }

    [Fact]
    public void Captions_in_odd_encodings_are_text_under_their_name()
    {
        const string cue = "1\r\n00:00:01,000 --> 00:00:02,000\r\n你好 hello\r\n";
        Assert.Equal("srt", FileSniffer.Identify(Encoding.Unicode.GetBytes(cue), "a.srt")?.Extension);
        Assert.Equal("srt", FileSniffer.Identify(Encoding.BigEndianUnicode.GetBytes(cue), "a.srt")?.Extension);
        Assert.Equal("srt", FileSniffer.Identify(Encoding.UTF8.GetBytes(cue + "\u001a"), "a.srt")?.Extension);
        Assert.Null(FileSniffer.Identify(Encoding.Unicode.GetBytes(cue), "a.mp3"));
        Assert.Null(FileSniffer.Identify(Encoding.Latin1.GetBytes("MZ\u0090\0\u0003\0\0\0\u0004\0"), "a.srt"));
    }

    [Fact]
    public void A_tag_may_stand_before_any_sound()
    {
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4];
        Assert.Equal("wav", FileSniffer.Identify([.. tag, .. "RIFF\0\0\0\0WAVEfmt "u8], "a.wav")?.Extension);
        Assert.Equal("tta", FileSniffer.Identify([.. tag, .. "TTA1\u0001\0"u8], "a.mp3")?.Extension);
        Assert.Equal("ape", FileSniffer.Identify([.. "ID3"u8, 4, 0, 0, 0, 8, 0, 0, .. new byte[4096]], "a.ape")?.Extension);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("MZ\u0090\0\u0003\0\0\0")]
    [InlineData("PK\u0003\u0004\0\0\0\0")]
    [InlineData("%PDF-1.7\n\u0001\u0002")]
    public void Nothing_usable_is_nothing(string content) =>
        Assert.Null(FileSniffer.Identify(Encoding.Latin1.GetBytes(content), "song.mp3"));

    [Fact]
    public void Any_bytes_are_looked_at_without_trouble() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Arb.From(Gen.Elements("ID3", "RIFF", "ftyp", "OggS", "FORM", "\u001aEß£", "ÿû", "ÿñ", "BM", "G", "")), (bytes, start) =>
            FileSniffer.Identify([.. Encoding.Latin1.GetBytes(start), .. bytes], "a.mp3")));
}
