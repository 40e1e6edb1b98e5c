using System.Net;
using System.Text.Json;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Settings;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class TalkTests
{
    [Fact]
    public async Task Events_look_like_those_of_the_kit()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        var events = await bench.SayAsync(session, "waveform video, title 'Hi'");
        Assert.All(events, e =>
        {
            Assert.Equal("nemo_agent", e.GetProperty("author").GetString());
            Assert.StartsWith("e-", e.GetProperty("invocationId").GetString());
            Assert.Equal(8, e.GetProperty("id").GetString()!.Length);
            Assert.Equal(JsonValueKind.Object, e.GetProperty("actions").GetProperty("artifactDelta").ValueKind);
            Assert.Equal(JsonValueKind.Number, e.GetProperty("timestamp").ValueKind);
        });
        var calls = events[0].GetProperty("content").GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("functionCall")).ToList();
        var answers = events[1].GetProperty("content").GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("functionResponse")).ToList();
        Assert.Equal("user", events[1].GetProperty("content").GetProperty("role").GetString());
        Assert.Equal(calls.Select(c => c.GetProperty("id").GetString()), answers.Select(a => a.GetProperty("id").GetString()));
        Assert.Contains("add_title", calls.Select(c => c.GetProperty("name").GetString()));
        Assert.Equal((await bench.DraftAsync(session)).GetRawText(), events[1].GetProperty("actions").GetProperty("stateDelta").GetProperty("draft").GetRawText());

        var deltas = events.Skip(2).Where(e => e.GetProperty("partial").GetBoolean()).Select(Text);
        Assert.Equal(string.Concat(deltas), Text(events[^1]));
        Assert.False(events[^1].GetProperty("partial").GetBoolean());
        Assert.Equal("STOP", events[^1].GetProperty("finishReason").GetString());
    }

    [Fact]
    public async Task Two_messages_at_once_on_a_session_are_refused_and_a_lost_client_loses_nothing()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(
            o => (o.Simulation.TurnTime, o.HeartbeatInterval) = (TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(15)), clock);
        var session = await WithTalkAsync(bench);
        using var gone = new CancellationTokenSource();
        var first = await bench.RunAsync(session, "waveform video", gone.Token);
        var second = bench.RunAsync(session, "title 'Hi'");
        await LocalBench.ExpectErrorAsync(await clock.AdvanceUntilAsync(second, TimeSpan.FromSeconds(1)), 409, 409);

        await gone.CancelAsync();
        first.Dispose();
        await clock.AdvanceUntilAsync(HasDraftAsync(bench, session), TimeSpan.FromSeconds(5));
        Assert.Equal(JsonValueKind.Object, (await bench.DraftAsync(session)).ValueKind);
    }

    [Fact]
    public async Task A_message_after_one_that_was_hung_up_waits_until_that_has_ended()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(o => o.Simulation.TurnTime = TimeSpan.FromSeconds(3), clock);
        var session = await WithTalkAsync(bench);
        using var gone = new CancellationTokenSource();
        (await bench.RunAsync(session, "waveform video", gone.Token)).Dispose();
        await gone.CancelAsync();
        var events = await clock.AdvanceUntilAsync(bench.SayAsync(session, "title 'Hi'"), TimeSpan.FromSeconds(1));
        Assert.Contains("Hi", string.Concat(LocalBench.Texts(events)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_stages_send_heartbeats()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(
            o => (o.Simulation.TurnTime, o.HeartbeatInterval) = (TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(15)), clock);
        var session = await WithTalkAsync(bench);
        var events = await clock.AdvanceUntilAsync(bench.SayAsync(session, "waveform video"), TimeSpan.FromSeconds(5));
        Assert.Equal(3, events.Count(e => e.TryGetProperty("type", out var type) && type.GetString() == "heartbeat"));
    }

    [Fact]
    public async Task Simulated_edits_can_be_silent_speak_of_buttons_and_end_in_noise()
    {
        await using var bench = await LocalBench.StartAsync(
            o => (o.Simulation.SilentEvery, o.Simulation.GuiTalk, o.Simulation.TemporaryIssueNoise) = (2, true, true));
        var session = await WithTalkAsync(bench);
        var first = LocalBench.Texts(await bench.SayAsync(session, "waveform video"));
        Assert.Contains("click the Export button", first[0]);
        Assert.Contains("temporary issue", first[1]);
        var before = (await bench.DraftAsync(session)).GetRawText();
        Assert.Empty(LocalBench.Texts(await bench.SayAsync(session, "title 'Hi'")));
        Assert.NotEqual(before, (await bench.DraftAsync(session)).GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Simulated_credits_run_out(bool inStream)
    {
        await using var bench = await LocalBench.StartAsync(
            o => o.Simulation = new SimulationOptions { StartCredits = 150, CreditErrorInStream = inStream });
        var session = await WithTalkAsync(bench);
        await bench.SayAsync(session, "waveform video");
        await bench.SayAsync(session, "title 'Hi'");
        using var balance = await bench.Http.GetAsync("/api/credits/balance/simple");
        Assert.Equal(0, (await LocalBench.ReadAsync(balance)).GetProperty("data").GetProperty("available").GetInt64());
        if (inStream)
        {
            Assert.Equal(2001, Assert.Single(await bench.SayAsync(session, "red background")).GetProperty("code").GetInt32());
        }
        else
        {
            await LocalBench.ExpectErrorAsync(await bench.RunAsync(session, "red background"), 200, 2001);
        }
    }

    [Theory]
    [InlineData("may I upload a flac or only mp3?", "WAV, M4A, FLAC")]
    [InlineData("how long can my recording be", "no fixed limit")]
    [InlineData("what exactly does this do", "I can:")]
    [InlineData("is it free?", "costs nothing")]
    [InlineData("is square or landscape better for linkedin?", "LinkedIn 1:1 or 16:9")]
    public async Task Questions_are_answered_before_a_file_comes_and_are_no_wishes(string question, string answer)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        Assert.Contains(answer, LocalBench.Texts(await bench.SayAsync(session, question))[0]);
        Assert.Contains("Noted", LocalBench.Texts(await bench.SayAsync(session, "waveform video with title 'Early'"))[0]);
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        var text = LocalBench.Texts(await bench.SayAsync(session, "on a blue background"))[0];
        Assert.Contains("Early", text);
        Assert.DoesNotContain(answer, text);
    }

    [Theory]
    [InlineData("is 1:1 or 9:16 better for instagram?", "both of them please", "1:1, 9:16")]
    [InlineData("which shape is best for reels?", "do that then", "1080x1920")]
    public async Task What_an_answer_names_can_be_taken_in_few_words(string question, string taken, string answer)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        await bench.SayAsync(session, "waveform video");
        await bench.SayAsync(session, question);
        Assert.Contains(answer, LocalBench.Texts(await bench.SayAsync(session, taken))[0]);
    }

    [Fact]
    public async Task Words_before_the_file_count_and_undo_goes_back()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        Assert.Contains("Noted", LocalBench.Texts(await bench.SayAsync(session, "waveform video with title 'Early'"))[0]);
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "on a blue background");
        var first = (await bench.DraftAsync(session)).GetRawText();
        Assert.Contains("Early", first);
        Assert.Contains("blue background", first);
        await bench.SayAsync(session, "remove the title");
        Assert.DoesNotContain("Early", (await bench.DraftAsync(session)).GetRawText());
        await bench.SayAsync(session, "undo");
        Assert.Equal(first, (await bench.DraftAsync(session)).GetRawText());
    }

    [Fact]
    public async Task Chinese_sessions_are_answered_in_Chinese_and_a_long_text_is_no_problem()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench, "zh-CN");
        Assert.Contains("已添加标题", LocalBench.Texts(await bench.SayAsync(session, "波形视频，标题“早安”"))[0]);
        Assert.NotEmpty(LocalBench.Texts(await bench.SayAsync(session, new string('长', 20_000))));
        await LocalBench.ExpectErrorAsync(await bench.RunAsync(session, new string('x', 40_001)), 400, 400);
    }

    [Theory]
    [InlineData("en", "zh", "make the title yellow", "标题")]
    [InlineData("zh-CN", "en", "标题改成黄色", "Title")]
    [InlineData("zh-CN", "zh", "undo", "撤销")]
    public async Task The_language_that_the_client_asks_for_wins(string session, string asked, string words, string answer)
    {
        await using var bench = await LocalBench.StartAsync();
        var id = await WithTalkAsync(bench, session);
        await bench.SayAsync(id, "title 'Hi'");
        bench.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(asked);
        Assert.Contains(answer, LocalBench.Texts(await bench.SayAsync(id, words))[^1]);
    }

    [Theory]
    [InlineData(1, "There is 1 caption line.", "1 caption line added, big style.")]
    [InlineData(2, "There are 2 caption lines.", "2 caption lines added, big style.")]
    public void Counts_use_the_right_plural(int count, string thereAre, string added)
    {
        Assert.Equal(thereAre, Phrases.InEnglish.Say("captions.count", count));
        Assert.Equal(added, Phrases.InEnglish.Say("captions.added", count, NemoBot.LocalNemo.Projects.CaptionStyle.Big));
    }

    [Fact]
    public async Task A_session_goes_on_after_a_restart()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await WithTalkAsync(bench);
        await bench.SayAsync(session, "waveform video, title 'Hi'");
        var before = (await bench.StateAsync(session)).GetRawText();
        await bench.RestartAsync();
        Assert.Equal(before, (await bench.StateAsync(session)).GetRawText());
        Assert.Contains("yellow", LocalBench.Texts(await bench.SayAsync(session, "make the title yellow"))[0]);
    }

    private static async Task<string> WithTalkAsync(LocalBench bench, string language = "en")
    {
        var session = await bench.BeginSessionAsync(language);
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        Assert.Equal(HttpStatusCode.OK, upload.StatusCode);
        return session;
    }

    private static async Task<bool> HasDraftAsync(LocalBench bench, string session)
    {
        while (!(await bench.StateAsync(session)).GetProperty("state").TryGetProperty("draft", out _))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        return true;
    }

    private static string Text(JsonElement e) => e.GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString()!;
}
