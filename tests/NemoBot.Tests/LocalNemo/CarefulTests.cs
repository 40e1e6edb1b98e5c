using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Turns;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>What takes something away and is not fully understood is asked first; a file that was sent is used or its fate is told.</summary>
public sealed class CarefulTests
{
    [Theory]
    [InlineData("quorple and mute it", "The main sound is muted.")]
    [InlineData("quorple the video, keep the first 30 seconds", "Kept 0 s to 30 s")]
    [InlineData("呼啦呼啦，静音", "主音频已静音。")]
    public async Task Harm_with_words_left_over_is_asked_first(string words, string consequence)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        var before = (await bench.DraftAsync(session)).GetRawText();
        var events = await bench.SayAsync(session, words);
        Assert.Equal(before, (await bench.DraftAsync(session)).GetRawText());
        Assert.Contains(consequence, LocalBench.Texts(events)[^1]);
        var offers = LocalBench.Offers(events);
        Assert.Equal(2, offers.Count);

        await bench.SayAsync(session, offers[0]);
        Assert.NotEqual(before, (await bench.DraftAsync(session)).GetRawText());
    }

    [Fact]
    public async Task Music_that_is_left_alone_by_a_mute_is_heard_in_full_and_sinks_again_below_the_voice()
    {
        var situation = new RequestRow("", "talk.mp3 song.mp3 +music", "mute the original sound", "", "").Situation();
        var muted = await Understood.ByAsync(situation);
        Assert.Equal((0, 1), (muted.Project.Volume, muted.Project.Music[0].Volume));
        Assert.Equal("The background music is at 100% now. The main sound is muted.", muted.Answer);

        var back = await Understood.ByAsync(situation with { Text = "turn the sound back on", Project = muted.Project });
        Assert.Equal((1, 0.2), (back.Project.Volume, back.Project.Music[0].Volume));
    }

    [Theory]
    [InlineData("quorple and mute it", "Yes: mute it")]
    [InlineData("quorple the video, keep the first 30 seconds", "Yes: shorten it to 30 s")]
    [InlineData("呼啦呼啦，静音", "好：静音")]
    [InlineData("use the cover only for the first ten seconds", "Yes: shorten it to 10 s")]
    public async Task The_button_says_what_it_would_do(string words, string label)
    {
        await using var bench = await LocalBench.StartAsync();
        Assert.Equal(label, LocalBench.Offers(await bench.SayAsync(await WithTalkAsync(bench), words))[0]);
    }

    [Theory]
    [InlineData("talk.mp3 new.mp3 +sent", "wibble this one", "Yes: use new.mp3 as the main sound")]
    [InlineData("talk.mp3 new.mp3 +sent", "make it vertical", "Yes: use new.mp3 as the main sound")]
    [InlineData("clip.mp4 new.mp3 +sent", "quorple it with this", "Yes: use new.mp3 as the main sound")]
    [InlineData("talk.mp3 +title +two", "quorple, remove Part Two", "Yes: remove “Part Two”")]
    [InlineData("talk.mp3 +captions", "would removing the captions help?", "Yes: remove the captions")]
    [InlineData("talk.mp3 +title", "能不能不要标题，呼啦呼啦", "好：去掉“Morning Show”")]
    public async Task Nothing_that_is_shown_or_heard_goes_by_an_unclear_message(string marks, string words, string label)
    {
        var situation = new RequestRow("", marks, words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.False(Harm.Waits(situation.Project, understood.Project, Certainty.Doubtful));
        Assert.Equal(label, understood.Offers[0]);
    }

    [Theory]
    [InlineData("talk.mp3 +title", "should I make the title red?")]
    [InlineData("talk.mp3", "what if the background was white")]
    [InlineData("talk.mp3", "要不要换个蓝色背景")]
    [InlineData("talk.mp3", "怎么才能换成竖屏")]
    [InlineData("talk.mp3 +title", "标题怎么放到上面？")]
    [InlineData("v.mp4", "支持倒放吗")]
    public async Task What_is_only_supposed_waits_for_a_yes(string marks, string words)
    {
        var situation = new RequestRow("", marks, words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Same(situation.Project, understood.Project);
        Assert.NotEmpty(understood.Result.Held);
        Assert.Equal(2, understood.Offers.Count);
    }

    [Theory]
    [InlineData("this one for the last 10 seconds")]
    [InlineData("and this during the first 20 secs please")]
    [InlineData("最后8秒放这张")]
    public async Task The_time_of_a_picture_that_has_just_come_shortens_nothing(string words)
    {
        var situation = new RequestRow("", "talk.mp3 photo.png +sent", words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Equal(situation.Project!.Duration, understood.Project.Duration);
        Assert.Contains("photo.png", understood.Answer);
    }

    [Theory]
    [InlineData("talk.mp3 song.mp3 +music +focusMusic", "make it stop before the end")]
    [InlineData("talk.mp3 song.mp3 +music", "the music should be gone before the end")]
    public async Task What_is_to_go_at_a_moment_does_not_go_for_good(string marks, string words)
    {
        var situation = new RequestRow("", marks, words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Equal(situation.Project!.Music.Count, understood.Project.Music.Count);
    }

    [Fact]
    public async Task The_song_of_a_slideshow_is_all_that_is_heard_and_is_meant_by_quieter()
    {
        var situation = new RequestRow("", "a.jpg b.jpg +new", "make a slideshow", "", "").Situation();
        var slides = (await Understood.ByAsync(situation)).Project;
        var song = situation with { Text = "with this music", Project = slides, Seen = 2, Files = [.. situation.Files, Facts.File("song.mp3", Facts.Audio(90))] };
        var sung = await Understood.ByAsync(song);
        Assert.Equal(1, sung.Project.Music.Single().Volume);
        var quieter = await Understood.ByAsync(song with { Text = "quieter", Project = sung.Project, Seen = 3 });
        Assert.Equal((1, 0.6), (quieter.Project.Volume, quieter.Project.Music.Single().Volume));
    }

    [Fact]
    public async Task What_was_asked_for_is_taken_as_that_when_it_comes_with_few_words()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        await bench.SayAsync(session, "add music");
        using var upload = await bench.UploadAsync(session, ("song.mp3", FakeMediaTools.Audio()));
        Assert.Contains("song.mp3 plays as background music", LocalBench.Texts(await bench.SayAsync(session, "this one"))[^1]);
        await bench.SayAsync(session, "add a title");
        Assert.Contains("Title “the quiet hour” added", LocalBench.Texts(await bench.SayAsync(session, "the quiet hour"))[^1]);
    }

    [Fact]
    public void A_dropped_song_is_named_by_the_button_whichever_it_is()
    {
        var situation = new RequestRow("", "talk.mp3 song.mp3 +music", "", "", "").Situation();
        var second = new Music(Facts.File("song2.mp3", Facts.Audio(30)), 0.2);
        var before = situation.Project! with { Music = [.. situation.Project!.Music, second] };
        var label = Confirmation.Label(before, before with { Music = [second] }, Phrases.In(false));
        Assert.Equal("Yes: leave out song.mp3", label);
    }

    [Theory]
    [InlineData("talk.mp3 +title", "without the title the video looks empty")]
    [InlineData("talk.mp3", "from 0:10 it gets boring")]
    [InlineData("talk.mp3", "after 0:40 I only repeat myself")]
    [InlineData("talk.mp3", "speed it up, but not the last 10 seconds")]
    public async Task What_only_describes_or_leaves_a_part_out_waits_for_a_yes(string marks, string words)
    {
        var situation = new RequestRow("", marks, words, "", "").Situation();
        Assert.Same(situation.Project, (await Understood.ByAsync(situation)).Project);
    }

    [Theory]
    [InlineData("show a circle waveform", "a circle waveform, in the middle")]
    [InlineData("显示圆形波形", "环形波形，在中间")]
    public async Task A_ring_is_told_where_it_is_drawn(string words, string told)
    {
        var understood = await Understood.ByAsync(new RequestRow("", "talk.mp3", words, "", "").Situation());
        Assert.Contains(told, understood.Answer);
    }

    [Theory]
    [InlineData("don't use this picture yet", "cover.jpg is kept but not used yet.")]
    [InlineData("这张先别用", "cover.jpg 已保存，但还没有用到。")]
    public async Task A_refused_file_is_kept_and_not_placed(string words, string fate)
    {
        var situation = new RequestRow("", "talk.mp3 cover.jpg +sent", words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Same(situation.Project, understood.Project);
        Assert.Contains(fate, understood.Answer);
    }

    [Theory]
    [InlineData("get rid of the cough at 20 seconds", "cut 19 s to 21 s")]
    [InlineData("把20秒那里的咳嗽去掉", "剪掉 19 秒 到 21 秒")]
    public async Task One_moment_of_a_mishap_is_asked_for_both_ends(string words, string offer)
    {
        var situation = new RequestRow("", "talk.mp3", words, "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Same(situation.Project, understood.Project);
        Assert.Equal(offer, understood.Offers[0]);
        var next = await Understood.ByAsync(situation with { Text = offer });
        Assert.Equal(TimeSpan.FromSeconds(58), next.Project.Duration);
    }

    [Fact]
    public async Task A_title_that_finds_no_room_is_reported_where_it_is()
    {
        var understood = await Understood.ByAsync(new RequestRow("", "talk.mp3 +title", "waveform in the middle", "", "").Situation());
        Assert.Contains("“Morning Show” is shown at the top, because there is no room in the middle.", understood.Answer);
        Assert.DoesNotContain("no room", (await Understood.ByAsync(new RequestRow("", "talk.mp3 +title", "title at the bottom", "", "").Situation())).Answer);
    }

    [Fact]
    public async Task A_title_beside_the_picture_is_where_it_was_asked_for()
    {
        var understood = await Understood.ByAsync(new RequestRow("", "talk.mp3 cover.jpg", "waveform video with my cover and the title 'The Morning Show'", "", "").Situation());
        var placed = Assert.Single(FrameLayout.Find(understood.Project, hasCard: true).Titles);
        Assert.InRange(placed.Top + (placed.Height / 2), 0, understood.Project.Canvas.Height * 0.37);
        Assert.True(placed.Area.Left > understood.Project.Canvas.Width / 2);
        Assert.DoesNotContain("no room", understood.Answer);
    }

    [Fact]
    public async Task A_part_of_a_new_song_takes_the_place_of_nothing_before_a_yes()
    {
        var understood = await Understood.ByAsync(new RequestRow("", "talk.mp3 song.mp3 +sent", "use the chorus (0:40 to 1:00) as the intro", "", "").Situation());
        Assert.Equal("talk.mp3", understood.Project.Clips[0].Asset.Name);
        Assert.Equal("Yes: use song.mp3 as the main sound", understood.Offers[0]);
        Assert.DoesNotContain("kept but not used", understood.Answer);
    }

    [Fact]
    public async Task No_leaves_everything_and_a_later_yes_means_nothing()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        var before = (await bench.DraftAsync(session)).GetRawText();
        var offers = LocalBench.Offers(await bench.SayAsync(session, "quorple and mute it"));
        await bench.SayAsync(session, offers[1]);
        await bench.SayAsync(session, offers[0]);
        Assert.Equal(before, (await bench.DraftAsync(session)).GetRawText());
    }

    [Fact]
    public async Task What_takes_nothing_away_is_done_at_once_and_the_rest_is_named()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        var text = LocalBench.Texts(await bench.SayAsync(session, "blue background and quorple the wug"))[^1];
        Assert.Contains("The background is blue.", text);
        Assert.Contains("I did not understand: “quorple the wug”.", text);
    }

    [Theory]
    [InlineData("quorple the waveform", "show a circle")]
    [InlineData("quorple the background", "blue background")]
    public async Task A_request_that_is_not_understood_offers_what_is_nearest_to_the_thing_it_names(string request, string nearest)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        var offer = Assert.Single(LocalBench.Offers(await bench.SayAsync(session, request)));
        Assert.Equal(nearest, offer);
        Assert.DoesNotContain("did not understand", LocalBench.Texts(await bench.SayAsync(session, offer))[^1]);
    }

    [Fact]
    public async Task A_request_that_names_nothing_is_told_what_there_is_and_gets_no_button()
    {
        await using var bench = await LocalBench.StartAsync();
        var answer = await bench.SayAsync(await WithTalkAsync(bench), "quorple the wug");
        Assert.Empty(LocalBench.Offers(answer));
        Assert.Contains("I can change titles, captions, ", LocalBench.Texts(answer)[^1]);
    }

    [Fact]
    public async Task A_change_of_a_gif_says_that_it_is_still_one_and_offers_a_video()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        await bench.SayAsync(session, "export as gif");
        var answer = await bench.SayAsync(session, "red background");
        Assert.Contains("The file is still a GIF.", LocalBench.Texts(answer)[^1]);
        Assert.Equal("export as mp4", Assert.Single(LocalBench.Offers(answer)));
        Assert.DoesNotContain("GIF", LocalBench.Texts(await bench.SayAsync(session, "export as mp4"))[^1]);
    }

    [Fact]
    public async Task A_file_that_nothing_uses_is_mentioned()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        using var first = await bench.UploadAsync(session, ("song.mp3", FakeMediaTools.Audio()));
        using var second = await bench.UploadAsync(session, ("other.mp3", FakeMediaTools.Audio()));
        var text = LocalBench.Texts(await bench.SayAsync(session, "use song.mp3 as background music"))[^1];
        Assert.Contains("song.mp3 plays as background music", text);
        Assert.Contains("other.mp3", text);
    }

    [Fact]
    public async Task Nothing_changed_is_said()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        Assert.Contains("Nothing changed", LocalBench.Texts(await bench.SayAsync(session, "make it 16:9"))[^1]);
    }

    private static async Task<string> WithTalkAsync(LocalBench bench)
    {
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        return session;
    }
}
