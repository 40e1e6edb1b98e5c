using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class HostileTextTests
{
    private static readonly Project Plain = new() { Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(60))] };

    [Theory]
    [InlineData("' a ")]
    [InlineData("\"a ")]
    [InlineData("“«「")]
    [InlineData("title 'x' and ")]
    [InlineData("1:1:1:1")]
    [InlineData("一二三")]
    [InlineData("fade in fade out ")]
    [InlineData("from 1 to ")]
    [InlineData("第第第")]
    [InlineData("10秒剪掉，")]
    [InlineData("blue ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("\ud800")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("مرحبا ")]
    [InlineData("\u202e\u0000\u001b[31m")]
    public void The_cost_of_any_repetition_grows_with_its_length_and_no_faster(string piece) => ProcessorTime.AssertScales(
        length => Interpreter.Read(Saying(string.Concat(Enumerable.Repeat(piece, length / piece.Length)))),
        20_000);

    [Theory]
    [InlineData("1 and ", 2000)]
    [InlineData("title 1 and ", 2000)]
    [InlineData("cut 1, ", 2000)]
    [InlineData("10秒剪掉，", 1000)]
    [InlineData("音乐小一点", 1000)]
    public void What_is_searched_for_idioms_costs_no_more_either(string piece, int longest) => ProcessorTime.AssertScales(
        length => Interpreter.Read(Saying(string.Concat(Enumerable.Repeat(piece, length / piece.Length)))),
        longest);

    [Theory]
    [InlineData("title '{0}'", "It's a dog's life")]
    [InlineData("title \"{0}\"", "She said 'no'")]
    [InlineData("标题「{0}」", "他说『你好』吗")]
    [InlineData("title “{0}”", "50% off: 1;2,3 [b] {x} \\n %{eif} 'quoted'")]
    [InlineData("title “{0}”", "مرحبا بالعالم")]
    [InlineData("title “{0}”", "👩‍👩‍👧‍👦 Family")]
    public async Task A_quoted_text_arrives_as_it_was_written(string words, string text)
    {
        var project = (await Understood.ByAsync(Saying(words.Replace("{0}", text)))).Project;
        Assert.Equal(text, Assert.Single(project.Titles).Text);
    }

    [Theory]
    [InlineData("make a video http://host.example/download/no-waveform/volume-50/vertical/fade-in/song2s.mp3")]
    [InlineData("把http://host.example/静音/去掉波形/a.mp3做成视频")]
    [InlineData("[remove the title](http://host.example/mute.mp3)")]
    [InlineData("make a video \"http://host.example/mute.mp3\", please")]
    [InlineData("用《http://host.example/静音.mp3》做视频")]
    public async Task The_words_of_a_link_ask_for_nothing(string words)
    {
        var outcome = await Understood.ByAsync(Saying(words));
        Assert.Equal(ProjectText.Of(Plain), ProjectText.Of(outcome.Project));
    }

    [Fact]
    public async Task Control_and_direction_marks_are_taken_out_of_titles()
    {
        var project = (await Understood.ByAsync(Saying("title “a\u0000b\u202ec\ud83d d”"))).Project;
        Assert.Equal("abc d", Assert.Single(project.Titles).Text);
    }

    [Fact]
    public async Task A_very_long_title_is_cut_and_that_is_said()
    {
        var outcome = await Understood.ByAsync(Saying($"title “{new string('x', 900)}”"));
        Assert.Equal(300, Assert.Single(outcome.Project.Titles).Text.Length);
        Assert.Contains("too long", outcome.Answer);
    }

    private static Situation Saying(string text) => new() { Text = text, Project = Plain, Files = [Plain.Clips[0].Asset], Seen = 1 };
}
