using System.Text;
using System.Text.Json;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Captioning.Transcribing;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Captions asked for in a conversation.</summary>
public sealed class CaptionTalkTests
{
    private static readonly Transcript Spoken = new(
        [new CaptionLine(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), "hello you") { Words = [new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), "hello"), new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), "you")] }],
        "en");

    [Fact]
    public async Task A_subtitle_file_beside_the_sound_is_shown()
    {
        var draft = await DraftAsync("waveform video with these subtitles", Spoken, ("words.srt", "1\n00:00:01,000 --> 00:00:02,500\nHello there\n"));
        Assert.Contains("Hello there", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("hello you", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lyrics_without_times_are_spread_over_the_song()
    {
        var draft = await DraftAsync("waveform video with these lyrics", Spoken, ("words.txt", "First line\nSecond line\n"));
        Assert.Contains("First line", draft, StringComparison.Ordinal);
        Assert.Contains("Second line", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speech_becomes_captions() => Assert.Contains("hello you", await DraftAsync("waveform video with captions", Spoken), StringComparison.Ordinal);

    [Theory]
    [InlineData(TranscriptProblem.NoSpeech, 0, "no speech")]
    [InlineData(TranscriptProblem.ModelMissing, 60, "60 MB")]
    [InlineData(TranscriptProblem.DownloadFailed, 0, "download")]
    public async Task What_is_in_the_way_is_said_and_the_video_is_made_without(TranscriptProblem problem, int megabytes, string expected)
    {
        var (draft, answer) = await SayAsync("waveform video with captions", new Transcript([], null) { Problem = problem, Megabytes = megabytes });
        Assert.Contains(expected, answer, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("null", draft);
    }

    [Fact]
    public async Task Progress_is_streamed_while_the_sound_is_heard()
    {
        using var fonts = new FontCoverage(TimeProvider.System);
        var slow = new Slow();
        await using var bench = await LocalBench.StartAsync(captions: new CaptionTools(slow, new CaptionReader(), fonts));
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio(20)));
        using var response = await bench.RunAsync(session, "waveform video with captions", TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("\"progress\":0.4", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("STOP", line, StringComparison.Ordinal);
        }

        slow.Heard.SetResult();
        Assert.Contains("hello you", await lines.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_stream_ends_a_running_transcription_and_frees_the_session()
    {
        using var fonts = new FontCoverage(TimeProvider.System);
        var slow = new Slow();
        await using var bench = await LocalBench.StartAsync(captions: new CaptionTools(slow, new CaptionReader(), fonts));
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio(20)));
        using (var response = await bench.RunAsync(session, "waveform video with captions", TestContext.Current.CancellationToken))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("\"progress\":0.4", StringComparison.Ordinal))
            {
            }

            // As the bot's client does it: it waits for the next event when the cancel comes.
            using var cancel = new CancellationTokenSource();
            var waiting = ReadAllAsync(lines, cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await slow.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False((await bench.StateAsync(session)).GetProperty("state").TryGetProperty("draft", out _));
        HttpResponseMessage next;
        while ((next = await bench.RunAsync(session, "waveform video", TestContext.Current.CancellationToken)).StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            next.Dispose();
        }

        Assert.Contains("STOP", await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        next.Dispose();
    }

    [Fact]
    public async Task Every_problem_has_a_sentence()
    {
        foreach (var problem in Enum.GetValues<TranscriptProblem>())
        {
            var (_, answer) = await SayAsync("add captions", new Transcript([], null) { Problem = problem });
            Assert.DoesNotContain($"captions.{problem}", answer, StringComparison.Ordinal);
        }
    }

    private static async Task ReadAllAsync(StreamReader lines, CancellationToken cancellationToken)
    {
        while (await lines.ReadLineAsync(cancellationToken) is not null)
        {
        }
    }

    private static async Task<string> DraftAsync(string text, Transcript transcript, params (string Name, string Content)[] files) => (await SayAsync(text, transcript, files)).Draft;

    private static async Task<(string Draft, string Answer)> SayAsync(string text, Transcript transcript, params (string Name, string Content)[] files)
    {
        using var fonts = new FontCoverage(TimeProvider.System);
        await using var bench = await LocalBench.StartAsync(captions: new CaptionTools(new Known(transcript), new CaptionReader(), fonts));
        var session = await bench.BeginSessionAsync();
        using var response = await bench.UploadAsync(session, [("talk.mp3", FakeMediaTools.Audio(20)), .. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Content)))]);
        var events = await bench.SayAsync(session, text);
        var answer = events[^1].GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString()!;
        var draft = await bench.DraftAsync(session);
        return (draft.ValueKind == JsonValueKind.Object ? draft.GetRawText() : "null", answer);
    }

    private sealed class Slow : ITranscriber
    {
        public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<Transcript> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken)
        {
            progress.Report(0.4);
            try
            {
                await Heard.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Stopped.SetResult();
                throw;
            }

            return Spoken;
        }
    }

    private sealed class Known(Transcript transcript) : ITranscriber
    {
        public Task<Transcript> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken) => Task.FromResult(transcript);
    }
}
