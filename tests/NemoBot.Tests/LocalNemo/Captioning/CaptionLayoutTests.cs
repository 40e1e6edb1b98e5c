using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Times and line breaks of captions.</summary>
public sealed class CaptionLayoutTests
{
    [Theory]
    [InlineData("don’t", @"don{\fnNoto Sans}’{\fn}t")]
    [InlineData("“quote” this…", @"{\fnNoto Sans}“{\fn}quote{\fnNoto Sans}”{\fn} this{\fnNoto Sans}…{\fn}")]
    [InlineData("今天“好”…", "今天“好”…")]
    public void Marks_of_many_scripts_are_as_wide_as_the_letters_beside_them(string text, string written) => Assert.Equal(written, AssText.Escape(text));

    [Theory]
    [InlineData("the quick brown fox jumps over the lazy dog", 16, "the quick brown fox|jumps over the lazy dog")]
    [InlineData("Hello there, this is a second part of it", 18, "Hello there, this|is a second part of it")]
    [InlineData("你好世界吗？今天天气很好我们去", 10, "你好世界吗？|今天天气很好我们去")]
    [InlineData("人工智能时代的程序员应该怎样生活", 9, "人工智能时代的|程序员应该怎样生活")]
    [InlineData("我们在深圳的夜里慢慢走着听一首老歌", 10, "我们在深圳的夜里|慢慢走着听一首老歌")]
    [InlineData("早安城市播客节目第十二期", 7, "早安城市播客|节目第十二期")]
    [InlineData("one\ntwo", 30, "one|two")]
    [InlineData("short", 30, "short")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 12, "Donaudampfschifffahr|tsgesellschaft")]
    public void Lines_are_balanced(string text, double width, string expected)
    {
        var lines = LineBreaker.Break(text, width).Select(l => l.In(text)).ToList();
        Assert.Equal(expected.Split('|'), lines);
    }

    [Fact]
    public void A_long_text_is_broken_without_balancing()
    {
        var text = string.Concat(Enumerable.Repeat("今天的天气很好 so many words ", 700));
        var lines = LineBreaker.Break(text, 20).Select(l => l.In(text)).ToList();
        Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        Assert.All(lines, l => Assert.InRange(TextWidth.Measure(l), 0, 20));
    }

    [Fact]
    public void Without_a_dictionary_words_are_taken_for_pairs()
    {
        var places = WordBreaks.Guess("你好吗，今天的天气");
        Assert.Equal([0, 2, 3, 4, 6, 7], places.Where(p => p < 8).Order());
    }

    [Theory]
    [InlineData("「你好」，他说：《月亮》代表我的心。真的吗？是的！")]
    [InlineData("สวัสดีชาวโลกวันนี้อากาศดีมากเราไปเดินเล่นกันเถอะ")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family of five")]
    public void Nothing_is_lost_and_lines_begin_and_end_well(string text)
    {
        foreach (var width in (double[])[5, 7, 9, 12])
        {
            var lines = LineBreaker.Break(text, width).Select(l => l.In(text)).ToList();
            Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
            Assert.All(lines, l => Assert.DoesNotContain(l[0], "，。？！》」ะาำ"));
            Assert.All(lines, l => Assert.DoesNotContain(l[^1], "《「เแโ"));
            Assert.All(lines, l => Assert.InRange(TextWidth.Measure(l), 0, width + 2));
        }
    }

    [Fact]
    public void Times_do_not_overlap_and_nothing_flashes()
    {
        var tidy = CaptionTiming.Tidy(
            [Line(2, 5, "B"), Line(0, 3, "A"), Line(6, 6.1, "C"), Line(9.9, 20, "D"), Line(12, 13, "late"), Line(8, 8, "no end")], TimeSpan.FromSeconds(11));
        Assert.Equal(["0-2 A", "2-5 B", "6-7 C", "8-9.03 no end", "9.9-11 D"], tidy.Select(Show));
    }

    [Fact]
    public void Two_at_the_same_time_are_shown_together() =>
        Assert.Equal(["0-2 Hello\n你好"], CaptionTiming.Tidy([Line(0, 2, "Hello"), Line(0, 2, "你好")], null).Select(Show));

    [Fact]
    public void Lines_without_times_are_spread_by_length()
    {
        var lines = CaptionTiming.Spread([Line(0, 0, "Short."), Line(0, 0, "A line that is a good deal longer than the first")], TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), lines[1].End);
        Assert.InRange(lines[0].End.TotalSeconds, 1, 4);
        Assert.Equal(lines[0].End, lines[1].Start);
    }

    [Fact]
    public void A_long_caption_is_split_at_its_sentences_by_its_words()
    {
        var line = Line(0, 4, "This is one. And this is two.") with
        {
            Words = [Word(0, 0.5, "This"), Word(0.5, 0.7, "is"), Word(0.7, 1, "one."), Word(2, 2.5, "And"), Word(2.5, 3, "this"), Word(3, 3.5, "is"), Word(3.5, 4, "two.")],
        };
        var parts = LineSplitter.Split(line, 12, 1).ToList();
        Assert.Equal(["0-1 This is one.", "2-4 And this is two."], parts.Select(Show));
        Assert.Equal(["And", "this", "is", "two."], parts[1].Words.Select(w => w.Text));
    }

    [Fact]
    public void A_thousand_characters_without_times_become_readable_captions()
    {
        var text = string.Concat(Enumerable.Repeat("今天天气很好，我们去公园散步吧。", 60));
        var parts = LineSplitter.Split(Line(0, 240, text), 18, 2).ToList();
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, p => Assert.InRange(LineBreaker.Break(p.Text, 18).Count, 1, 2));
        Assert.All(parts.Zip(parts.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start && p.First.Start < p.First.End));
    }

    [Fact]
    public void Sidecars_are_read_back()
    {
        var captions = new Captions([Line(0.5, 2, "a < b & c"), Line(3661.25, 3663, "你好\nworld")]);
        var srt = SidecarWriter.WriteSrt(captions, TimeSpan.FromHours(2));
        var vtt = SidecarWriter.WriteVtt(captions, TimeSpan.FromHours(2));
        Assert.Contains("01:01:01,250 --> 01:01:03,000\r\n你好\r\nworld", srt, StringComparison.Ordinal);
        Assert.StartsWith("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\na &lt; b &amp; c\n", vtt, StringComparison.Ordinal);
        Assert.Equal(captions.Lines.Select(Show), new CaptionReader().ReadText(srt)!.Lines.Select(Show));
        Assert.Equal(captions.Lines.Select(Show), new CaptionReader().ReadText(vtt)!.Lines.Select(Show));
    }

    private static CaptionLine Line(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    private static CaptionWord Word(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    private static string Show(CaptionLine line) => FormattableString.Invariant($"{line.Start.TotalSeconds:0.##}-{line.End.TotalSeconds:0.##} {line.Text}");
}
