using System.Text;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Caption files as they are found in the wild.</summary>
public sealed class CaptionReaderTests
{
    public static TheoryData<string, int, string> Encodings => new()
    {
        { "今天天气很好，我们去公园散步吧。", 936, "" },
        { "月亮", 936, "" },
        { "你好 世界", 936, "" },
        { "你好 世界", 54936, "" },
        { "今天天氣很好，我們去公園散步吧。", 950, "" },
        { "你好 世界", 950, "" },
        { "今日はとてもいい天気ですね。", 932, "" },
        { "カラオケ", 932, "" },
        { "東京", 932, "" },
        { "Où est la bibliothèque? «Voilà» – l’église", 1252, "" },
        { "Noël", 1252, "" },
        { "mañana, ¿dónde?", 1252, "" },
        { "Schöne Grüße", 1252, "" },
        { "Привет, мир, сегодня хорошая погода", 1251, "" },
        { "오늘은 날씨가 아주 좋네요", 949, "" },
        { "Ünïcödé 世界 😀", 65001, "" },
        { "Ünïcödé 世界 😀", 65001, "\uFEFF" },
        { "Hello 世界", 1200, "\uFEFF" },
        { "Hello 世界", 1201, "\uFEFF" },
        { "Hello there", 1200, "" },
        { "Hello there", 1201, "" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string text, int codePage, string mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var content = encoding.GetBytes($"{mark}1\r\n00:00:01,000 --> 00:00:02,500\r\n{text}\r\n\r\n");
        Assert.Equal(text, new CaptionReader().Read("a.srt", content)!.Lines.Single().Text);
    }

    [Fact]
    public void Srt_is_read()
    {
        var file = Read("1\r\n00:00:00,000 --> 00:00:01,000\r\nHello there\r\n\r\n2\r\n00:00:01,000 --> 00:01:01,500 X1:1 Y1:2\r\n{\\an8}你好 <i>世界</i>\r\nsecond &amp; row\r\n");
        Assert.Equal(CaptionFormat.Srt, file.Format);
        Assert.Equal(["0-1: Hello there", "1-61.5: 你好 世界/second & row"], Show(file));
    }

    [Theory]
    [InlineData("00:00:01,000 --> 00:00:02,000\nA\n00:00:03,000 --> 00:00:04,000\nB", "1-2: A|3-4: B")] // no numbers, no blank rows
    [InlineData("1\n\n00:00:01,000 --> 00:00:02,000\n\nA\n\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nB\n", "1-2: A|3-4: B")] // doubled rows
    [InlineData("1\n0:0:1.5 -> 0:0:2\nA", "1.5-2: A")]
    [InlineData("1\n00:00:01,000 –> 00:00:02,000\nA", "1-2: A")]
    [InlineData("1\n00:01 --> 00:02\nA", "1-2: A")]
    [InlineData("1\n00:00:01,000--&gt;00:00:02,000\nA", "1-2: A")]
    [InlineData("2\n00:00:03,000 --> 00:00:04,000\nB\n\n1\n00:00:01,000 --> 00:00:02,000\nA", "1-2: A|3-4: B")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nI <3 you, a < b > c\n", "1-2: I <3 you, a < b > c")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n<font color=\"#ff0000\">red</font> {x}\n", "1-2: red {x}")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n1999\n\n2\n00:00:03,000 --> 00:00:04,000\n\n\n3\n00:00:05,000 --> 00:00:06,000\nB", "1-2: 1999|5-6: B")]
    [InlineData("1\r00:00:01,000 --> 00:00:02,000\rA\r\r2\r00:00:03,000 --> 00:00:04,000\rB", "1-2: A|3-4: B")]
    public void Broken_srt_is_read(string text, string expected) => Assert.Equal(expected.Split('|'), Show(Read(text)));

    [Fact]
    public void Vtt_is_read_without_notes_and_styles()
    {
        var file = Read("""
            WEBVTT - a title

            NOTE
            00:00:09.000 --> 00:00:10.000
            a comment

            STYLE
            ::cue { color: red }

            intro
            00:01.000 --> 00:02.000 align:start position:10%
            <v Ana>Hi &lt;you&gt;</v>

            00:02.000 --> 00:04.000
            <00:02.000><c>one</c> <00:03.000><c.yellow>two</c>
            """);
        Assert.Equal(CaptionFormat.Vtt, file.Format);
        Assert.Equal(["1-2: Hi <you>", "2-4: one two"], Show(file));
        Assert.Equal(["2-3 one", "3-4 two"], Words(file.Lines[1]));
    }

    [Fact]
    public void Rolling_captions_show_each_row_once()
    {
        var file = Read("""
            WEBVTT

            00:00.000 --> 00:02.000
            hello<00:01.000><c> world</c>

            00:02.000 --> 00:02.010
            hello world

            00:02.010 --> 00:04.000
            hello world
            this<00:03.000><c> is</c>
            """);
        Assert.Equal(["0-2.01: hello world", "2.01-4: this is"], Show(file));
        Assert.Equal(["2.01-3 this", "3-4 is"], Words(file.Lines[1]));
    }

    [Fact]
    public void Lrc_is_read()
    {
        var file = Read("""
            [ti:The Song]
            [ar: The Band ]
            [offset:+500]
            [00:01.50]First
            [00:05.00][00:09.00]Chorus
            [00:07.00]
            """);
        Assert.Equal(("The Song", "The Band"), (file.Title, file.Artist));
        Assert.Equal(["1-4.5: First", "4.5-6.5: Chorus", "8.5-16.5: Chorus"], Show(file));
    }

    [Theory]
    [InlineData("[00:01.00]<00:01.00>one <00:01.50>two <00:02.00>\n[00:03.00] <00:03.00> three")]
    [InlineData("[00:01.00]one [00:01.50]two [00:02.00]\n[00:03.00]<00:03.00>three")]
    public void Word_timed_lrc_is_read(string text)
    {
        var file = Read(text);
        Assert.Equal(["one two", "three"], file.Lines.Select(l => l.Text));
        Assert.Equal(["1-1.5 one", "1.5-2 two"], Words(file.Lines[0]));
        Assert.Equal(3, file.Lines[1].Words.Single().Start.TotalSeconds);
    }

    [Fact]
    public void Ass_is_read_with_karaoke_and_without_drawings()
    {
        var file = Read("""
            [Script Info]
            Title: x

            [V4+ Styles]
            Style: Default,Arial,20

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,note
            Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\pos(1,2)\i1}Hello, you\Nthere{\i0}
            Dialogue: 1,0:00:01.00,0:00:03.00,Default,,0,0,0,,Hello, you\Nthere
            Dialogue: 0,0:00:03.00,0:00:05.00,Default,,0,0,0,,{\p1}m 0 0 l 10 10{\p0}
            Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,{\an7\p1}m 0 0 l {\c&HFF&}10 10{\p0}Beside it
            Dialogue: 0,0:00:05.00,0:00:07.00,Default,,0,0,0,,{\k50}twin{\k50}kle {\kf100}star
            """);
        Assert.Equal(CaptionFormat.Ass, file.Format);
        Assert.Equal(["1-3: Hello, you/there", "4-5: Beside it", "5-7: twinkle star"], Show(file));
        Assert.Equal(["5-6 twinkle", "6-7 star"], Words(file.Lines[2]));
    }

    [Theory]
    [InlineData("0:01 Hello\n0:03 you\n0:05-0:06 there", "1-3: Hello|3-5: you|5-6: there")]
    [InlineData("(0:01) Hello\n(0:03) you", "1-3: Hello|3-9: you")]
    [InlineData("00:01 - 00:02: Hello", "1-2: Hello")]
    public void Pasted_lines_with_times_are_read(string text, string expected) => Assert.Equal(expected.Split('|'), Show(Read(text)));

    [Fact]
    public void Pasted_lines_without_times_have_none()
    {
        var file = Read("[Chorus]\nLa la la\n\n  Oh oh oh  \n");
        Assert.False(file.HasTimes);
        Assert.Equal(["La la la", "Oh oh oh"], file.Lines.Select(l => l.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("WEBVTT\n\n")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n\n")]
    public void A_file_without_captions_gives_none(string text) => Assert.Null(new CaptionReader().Read("a.srt", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_no_text_gives_none()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        Assert.Null(new CaptionReader().Read("a.srt", noise));
        Assert.Null(new CaptionReader().Read("a.png", Encoding.UTF8.GetBytes("1\n00:00:01,000 --> 00:00:02,000\nA")));
    }

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nA\n\n", 50_000)]
    [InlineData("[00:01.00]", 100_000)]
    [InlineData("00:00:01,000 --> ", 60_000)]
    [InlineData("\n", 500_000)]
    [InlineData("<", 500_000)]
    [InlineData("{\\k", 500_000)]
    [InlineData("1:1                ", 50_000)]
    [InlineData("Dialogue: 0,0:00:01.00,0:00:02.00,,,,,,,{\\k1}a\n", 20_000)]
    public void Hostile_files_are_bounded(string part, int times)
    {
        var text = new StringBuilder("[Events]\n").Insert(9, part, times).ToString();
        var file = new CaptionReader().ReadText(text);
        Assert.True((file?.Lines.Count ?? 0) <= 10_000);
        Assert.All(file?.Lines ?? [], l => Assert.True(l.Text.Length <= 1000 && l.Words.Count <= 400));
    }

    private static CaptionFile Read(string text) => new CaptionReader().Read("file.txt", Encoding.UTF8.GetBytes(text))!;

    private static IEnumerable<string> Show(CaptionFile file) => file.Lines.Select(l => $"{l.Start.TotalSeconds:0.##}-{l.End.TotalSeconds:0.##}: {l.Text.Replace('\n', '/')}");

    private static IEnumerable<string> Words(CaptionLine line) => line.Words.Select(w => $"{w.Start.TotalSeconds:0.##}-{w.End.TotalSeconds:0.##} {w.Text}");
}
