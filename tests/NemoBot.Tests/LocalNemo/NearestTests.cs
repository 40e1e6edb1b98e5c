using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Examples;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Turns;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>What is not understood comes with the one nearest thing that can be done, or with none.</summary>
public sealed class NearestTests
{
    private static readonly string[] Situations = ["talk.mp3", "talk.mp3 +title", "talk.mp3 +captions", "talk.mp3 song.mp3 +music", "clip.mp4", "talk.mp3 cover.jpg +image", "talk.mp3 a.jpg b.jpg c.jpg +slides", "talk.mp3 a.jpg b.jpg"];

    private static EditTools Tools => new Listening().Tools;

    [Theory]
    [InlineData("talk.mp3", "fit for a phone screen please", "make it vertical")]
    [InlineData("talk.mp3", "make it less boring", "flowing colors")]
    [InlineData("talk.mp3 +title", "title in red and let it snow", "particles")]
    [InlineData("talk.mp3 +title", "jazz up the lettering", "outline the title")]
    [InlineData("talk.mp3 +captions", "字幕挡住脸了", "字幕放到上方")]
    [InlineData("talk.mp3 song.mp3 +music", "let the song swell at the close", "fade out the music at the end")]
    [InlineData("clip.mp4", "its all yellowish, fix the tint", "cooler colors")]
    [InlineData("talk.mp3", "subscribe button animation", "add the text “Subscribe!” at the end")]
    [InlineData("talk.mp3", "the end drags on", "cut the last 5 seconds")]
    [InlineData("talk.mp3", "字一个一个蹦出来", "卡拉OK字幕")]
    [InlineData("talk.mp3", "要适合手机上看的", "改成竖屏")]
    [InlineData("talk.mp3", "后面撒点星星", "粒子")]
    [InlineData("talk.mp3", "声音干巴巴的，厚实一点", "低音加强")]
    [InlineData("talk.mp3 +title", "标题让它从左边飞进来", "标题淡入淡出")]
    [InlineData("clip.mp4", "颜色偏黄，校一下", "画面冷一点")]
    [InlineData("talk.mp3", "老人家听着费劲", "人声大一点")]
    public async Task The_button_is_what_comes_nearest_and_pressing_it_does_that(string marks, string words, string button)
    {
        var situation = In(marks, words);
        var first = await Understood.ByAsync(situation, tools: Tools);
        Assert.Equal([button], first.Offers);
        var pressed = await Understood.ByAsync(situation with { Text = button, Project = first.Project, IsAsked = true }, tools: Tools);
        Assert.Empty(pressed.Read.Leftovers);
        Assert.NotEmpty(ProjectReport.Describe(first.Project, pressed.Project, Phrases.InEnglish));
    }

    [Theory]
    [InlineData("talk.mp3", "drop in a laugh track", "I have no laughter, applause or other sounds. Send me one as a file, and it can play as background music, for example from 0:10.")]
    [InlineData("clip.mp4", "hide my face", "I cannot do that: “hide my face”.")]
    [InlineData("clip.mp4", "blur the license plates", "I cannot do that: “blur the license plates”.")]
    [InlineData("talk.mp3 +title", "title in red and add emojis", "Title “Morning Show” is now: red. I cannot do that: “emojis”.")]
    [InlineData("talk.mp3", "分一下章节", "这个我做不到：“分一下章节”。")]
    [InlineData("clip.mp4", "磨皮美颜", "我不会美颜。可以调亮度、对比度和色调，例如：画面亮一点。")]
    [InlineData("talk.mp3", "quorple the wug", "I did not understand: “quorple the wug”. I can change titles, captions, the picture, the sound, the length and the shape.")]
    [InlineData("talk.mp3", "keep everything", "I did not understand: “keep”. I can change titles, captions, the picture, the sound, the length and the shape.")]
    public async Task Without_anything_near_there_is_no_button(string marks, string words, string answer)
    {
        var understood = await Understood.ByAsync(In(marks, words), tools: Tools);
        Assert.Equal(answer, understood.Answer);
        Assert.Empty(understood.Offers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_examples_are_carried_out_and_none_does_harm(bool chinese)
    {
        List<string> idle = [], harmful = [];
        foreach (var words in ExampleBook.In(chinese).All.Where(e => e.Words.Length > 0).Select(e => Slots.Fill(e.Words, "")!).Distinct())
        {
            Assert.InRange(words.Length, 1, 38);
            var isDone = false;
            foreach (var situation in Situations.Select(s => In(s, words)))
            {
                var understood = await Understood.ByAsync(situation, tools: Tools);
                isDone |= understood.Read is { Certainty: Certainty.Sure, Edits.Count: > 0 } && understood.Project != situation.Project;
                if (Harm.IsDone(situation.Project, understood.Project) && !understood.Read.Edits.Any(e => e is CutRanges or SetBackground))
                {
                    harmful.Add(words);
                }
            }

            idle.AddRange(isDone ? [] : [words]);
        }

        Assert.Empty(idle);
        Assert.Empty(harmful);
    }

    [Theory]
    [InlineData("clip.mp4", "the end drags on")]
    [InlineData("talk.mp3 cover.jpg +image", "the backdrop is ugly")]
    [InlineData("talk.mp3 cover.jpg +image", "something sunny behind it")]
    public async Task What_takes_more_than_a_tenth_or_a_picture_is_not_offered(string marks, string words)
    {
        var situation = In(marks, words);
        foreach (var offer in (await Understood.ByAsync(situation, tools: Tools)).Offers)
        {
            Assert.False(Harm.IsDone(situation.Project, (await Understood.ByAsync(situation with { Text = offer }, tools: Tools)).Project));
        }
    }

    [Theory]
    [InlineData("让画面活泼一点", "流动的颜色", "好")]
    [InlineData("make it less boring", "flowing colors", "yes please")]
    public async Task A_yes_presses_the_button(string words, string button, string yes)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync(words == "make it less boring" ? "en" : "zh-CN");
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        Assert.Equal([button], LocalBench.Offers(await bench.SayAsync(session, words)));
        Assert.DoesNotContain("Flow", (await bench.DraftAsync(session)).GetRawText(), StringComparison.OrdinalIgnoreCase);
        await bench.SayAsync(session, yes);
        Assert.Contains("Flow", (await bench.DraftAsync(session)).GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("another style", "waveform video", "show a circle", "show a line waveform", "show a spectrum")]
    [InlineData("try a different look", "music video with light rays", "music video with flowing colors", "music video with geometric shapes")]
    [InlineData("换个风格", "波形视频", "换成圆环", "换成线条波形", "换成频谱")]
    [InlineData("换一种风格吧", "音乐视频，流动的颜色", "音乐视频，几何图形", "音乐视频，光影")]
    [InlineData("make it look more professional", "waveform video", "dark blue background, thin white line", "fade in and out", "add a progress bar")]
    [InlineData("put the title somewhere else", "waveform video with the title 'Tidal'", "title at the top", "title at the bottom")]
    public async Task What_is_left_open_offers_what_is_not_shown(string request, string first, params string[] offers)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync(request[0] > 127 ? "zh-CN" : "en");
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, first);
        Assert.Equal(offers, LocalBench.Offers(await bench.SayAsync(session, request)));
        foreach (var offer in offers)
        {
            var before = (await bench.DraftAsync(session)).GetRawText();
            Assert.DoesNotContain(LocalBench.Texts(await bench.SayAsync(session, offer)), t => t.Contains("did not understand") || t.Contains("没有看懂"));
            Assert.NotEqual(before, (await bench.DraftAsync(session)).GetRawText());
        }
    }

    private static NemoBot.LocalNemo.Language.Dialog.Situation In(string marks, string words) => new RequestRow("", marks, words, "", "").Situation();
}
