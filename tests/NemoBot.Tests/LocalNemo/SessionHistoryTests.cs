using System.Text.Json;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Undo, redo and versions: the next edit starts from what is on the screen.</summary>
public sealed class SessionHistoryTests
{
    [Fact]
    public async Task After_an_undo_the_next_edit_starts_from_the_version_that_is_shown()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        await bench.SayAsync(session, "mute it");
        Assert.Equal(0, await VolumeAsync(bench, session));
        Assert.Contains("Undone.", await AnswerAsync(bench, session, "undo"));
        Assert.Equal(1, await VolumeAsync(bench, session));
        await bench.SayAsync(session, "make the title red");
        Assert.Equal(1, await VolumeAsync(bench, session));
        Assert.Contains("red", await AnswerAsync(bench, session, "what did you change?"));
    }

    [Fact]
    public async Task A_correction_takes_back_only_what_had_an_effect()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        var red = await AfterAsync(bench, session, "make the title red");
        Assert.Equal(red, await AfterAsync(bench, session, "keep the first 5 minutes"));
        Assert.Contains("red", await AnswerAsync(bench, session, "actually 3 secs") + await AnswerAsync(bench, session, "which titles are there?"));

        await bench.SayAsync(session, "cut the first 2 seconds");
        Assert.Contains("Cut out 0 s to", await AnswerAsync(bench, session, "actually 3 secs"));
        Assert.Contains("2:57", await AnswerAsync(bench, session, "how long is it?"));
    }

    [Fact]
    public async Task Undo_after_a_correction_leads_to_what_was_there_before_it()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        var whole = await DraftAsync(bench, session);
        var kept = await AfterAsync(bench, session, "keep 0:10 to 0:30");
        Assert.Contains("Cut out 10 s to 30 s", await AnswerAsync(bench, session, "no, i meant cut that part out"));
        Assert.Equal(kept, await AfterAsync(bench, session, "the other way was better, undo"));
        Assert.Equal(whole, await AfterAsync(bench, session, "undo"));
    }

    [Fact]
    public async Task One_part_is_set_back_as_it_was_and_everything_else_stays()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        await bench.SayAsync(session, "background blue");
        await bench.SayAsync(session, "background red");
        await bench.SayAsync(session, "make the title green");
        var answer = await AnswerAsync(bench, session, "the old background was nicer");
        Assert.Contains("The background is blue.", answer);
        Assert.DoesNotContain("Title", answer);
        Assert.Contains("green", await AnswerAsync(bench, session, "which titles are there?"));
        await bench.SayAsync(session, "put a red box behind the title");
        await bench.SayAsync(session, "make the box navy");
        Assert.Contains("in red", await AnswerAsync(bench, session, "the old colors were better"));
        Assert.Contains("no earlier version", await AnswerAsync(bench, session, "bring back the previous music"));
    }

    [Fact]
    public async Task Undo_goes_back_step_by_step_and_redo_forth()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        var (one, two, three) = (await DraftAsync(bench, session), await AfterAsync(bench, session, "make the title red"), await AfterAsync(bench, session, "标题放到下面"));
        Assert.Equal(two, await AfterAsync(bench, session, "undo"));
        Assert.Equal(one, await AfterAsync(bench, session, "撤销"));
        Assert.Contains("nothing to undo", await AnswerAsync(bench, session, "undo"));
        Assert.Equal(two, await AfterAsync(bench, session, "redo"));
        Assert.Equal(three, await AfterAsync(bench, session, "重做"));
        Assert.Contains("nothing to redo", await AnswerAsync(bench, session, "redo"));
        Assert.Equal(one, await AfterAsync(bench, session, "undo the last two changes"));
    }

    [Fact]
    public async Task Versions_are_reached_by_number_and_the_original_by_name()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        var (one, two) = (await DraftAsync(bench, session), await AfterAsync(bench, session, "make the title red"));
        await bench.SayAsync(session, "blue background");
        Assert.Equal(two, await AfterAsync(bench, session, "go back to version 2"));
        Assert.Equal(one, await AfterAsync(bench, session, "the original"));
        Assert.Equal(two, await AfterAsync(bench, session, "undo"));
        Assert.Contains("There is no version 99", await AnswerAsync(bench, session, "version 99"));
        Assert.Equal(two, await DraftAsync(bench, session));
    }

    [Fact]
    public async Task A_new_edit_after_an_undo_ends_the_redo()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        await bench.SayAsync(session, "make the title red");
        await bench.SayAsync(session, "undo");
        await bench.SayAsync(session, "make the title green");
        Assert.Contains("nothing to redo", await AnswerAsync(bench, session, "redo"));
        await bench.RestartAsync();
        Assert.Contains("Undone.", await AnswerAsync(bench, session, "undo"));
    }

    [Fact]
    public async Task No_the_other_one_takes_the_last_change_back_and_does_it_to_the_other()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTitleAsync(bench);
        using var upload = await bench.UploadAsync(session, ("song.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "use this as background music");
        await bench.SayAsync(session, "mute the original sound");
        await bench.SayAsync(session, "no, the other one");
        Assert.Equal(1, await VolumeAsync(bench, session));
        Assert.Contains("\"volume\":0", await DraftAsync(bench, session));
    }

    private static async Task<string> WithTitleAsync(LocalBench bench)
    {
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video, title 'Hi'");
        return session;
    }

    private static async Task<string> AnswerAsync(LocalBench bench, string session, string words) => string.Join(' ', LocalBench.Texts(await bench.SayAsync(session, words)));

    private static async Task<string> DraftAsync(LocalBench bench, string session) => (await bench.DraftAsync(session)).GetRawText();

    private static async Task<string> AfterAsync(LocalBench bench, string session, string words)
    {
        await bench.SayAsync(session, words);
        return await DraftAsync(bench, session);
    }

    private static async Task<double> VolumeAsync(LocalBench bench, string session)
    {
        var audio = (await bench.DraftAsync(session)).GetProperty("t").EnumerateArray().First(t => t.GetProperty("tt").GetInt32() == 1);
        return audio.GetProperty("sg")[0].GetProperty("m").TryGetProperty("volume", out var volume) && volume.ValueKind == JsonValueKind.Number ? volume.GetDouble() : 1;
    }
}
