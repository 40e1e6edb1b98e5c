using System.Diagnostics;
using NemoBot.Speech.Protocol;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Worker;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>Whatever happens in the worker, the bot lives and says what it was.</summary>
public sealed class WorkerTests(SpeechFixture fixture) : IClassFixture<SpeechFixture>
{
    [Fact]
    public async Task Cancelling_ends_the_worker_at_once()
    {
        var path = await fixture.MakeAsync("cancel.wav", "-i", SpeechFixture.Sound("en-show.flac"));
        var recognizer = fixture.Recognizer();
        using var stop = new CancellationTokenSource();
        var worker = 0;
        recognizer.Started = id => worker = id;
        var progress = new Direct(_ => stop.Cancel()); // the language is known, the first chunk is being encoded
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recognizer.RecognizeAsync(new SpeechRequest(path, null), progress, stop.Token));
        await ExpectGoneAsync(worker);
    }

    [Fact]
    public async Task A_killed_worker_is_replaced_once()
    {
        var path = await fixture.MakeAsync("killed.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        var recognizer = fixture.Recognizer();
        List<int> workers = [];
        recognizer.Started = id =>
        {
            workers.Add(id);
            if (workers.Count == 1)
            {
                Process.GetProcessById(id).Kill();
            }
        };
        var transcript = await recognizer.RecognizeAsync(new SpeechRequest(path, "en"), new Direct(_ => { }), TestContext.Current.CancellationToken);
        Assert.Equal("one two three red green blue.", transcript.Segments.Single().Text);
        Assert.Equal(2, workers.Count);
    }

    [Fact]
    public async Task A_worker_killed_while_it_writes_is_told_by_its_end()
    {
        var request = new WorkerRequest("any.wav", "any.bin", null, null, 1, 0);
        string[] command = ["/bin/sh", "-c", """echo '{"share":0.5}'; printf '{"text":"hal'; kill -9 $$"""];
        using var worker = await WorkerProcess.StartAsync(command, request, TimeSpan.FromMinutes(1), long.MaxValue, TimeProvider.System);
        Assert.NotNull(await worker.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Null(await worker.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(SpeechProblem.OutOfMemory, await worker.EndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_deaths_are_an_answer()
    {
        var path = await fixture.MakeAsync("twice.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        var recognizer = fixture.Recognizer();
        var count = 0;
        recognizer.Started = id =>
        {
            count++;
            Process.GetProcessById(id).Kill();
        };
        Assert.Equal(SpeechProblem.OutOfMemory, (await FailAsync(recognizer, path)).Problem);
        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(0, 0, SpeechProblem.ModelBroken)] // another magic number
    [InlineData(12, 0xffffffff, SpeechProblem.ModelBroken)] // an absurd size
    public async Task A_broken_model_is_an_answer(int at, uint value, SpeechProblem expected)
    {
        var broken = fixture.In($"broken-{at}.bin");
        var bytes = await File.ReadAllBytesAsync(fixture.Model, TestContext.Current.CancellationToken);
        BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
        await File.WriteAllBytesAsync(broken, bytes, TestContext.Current.CancellationToken);
        var path = await fixture.MakeAsync($"broken-{at}.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        Assert.Equal(expected, (await FailAsync(fixture.Recognizer(fixture.Settings(broken)), path)).Problem);
    }

    [Fact]
    public async Task A_cut_model_is_an_answer()
    {
        var cut = fixture.In("cut.bin");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(fixture.Model, TestContext.Current.CancellationToken))[..2_000_000], TestContext.Current.CancellationToken);
        var path = await fixture.MakeAsync("cut.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        Assert.Contains((await FailAsync(fixture.Recognizer(fixture.Settings(cut)), path)).Problem, (SpeechProblem[])[SpeechProblem.ModelBroken, SpeechProblem.Crashed]);
    }

    [Fact]
    public async Task Too_much_memory_ends_the_worker()
    {
        var path = await fixture.MakeAsync("memory.wav", "-i", SpeechFixture.Sound("en-show.flac"));
        var settings = fixture.Settings();
        settings.ExtraMemoryBytes = -12_000_000;
        var clock = new ManualTimeProvider();
        var recognizer = fixture.Recognizer(settings, clock);
        var hungry = new Direct(_ => clock.Advance(TimeSpan.FromSeconds(3))); // the model is loaded
        var e = await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(new SpeechRequest(path, "en"), hungry, TestContext.Current.CancellationToken));
        Assert.Equal(SpeechProblem.OutOfMemory, e.Problem);
    }

    [Fact]
    public async Task A_worker_that_says_nothing_is_ended()
    {
        var path = await fixture.MakeAsync("silent.wav", "-i", SpeechFixture.Sound("en-show.flac"));
        var clock = new ManualTimeProvider();
        var recognizer = fixture.Recognizer(clock: clock);
        var worker = 0;
        recognizer.Started = id =>
        {
            worker = id;
            clock.Advance(TimeSpan.FromMinutes(3));
        };
        Assert.Equal(SpeechProblem.TimedOut, (await FailAsync(recognizer, path)).Problem);
        await ExpectGoneAsync(worker);
    }

    [Fact]
    public async Task A_missing_model_is_an_answer()
    {
        var settings = fixture.Settings("base");
        Assert.Equal((SpeechProblem.ModelMissing, 59_707_625), await FailAsync(fixture.Recognizer(settings), "none.wav") is var e ? (e.Problem, e.NeededBytes) : default);
    }

    private static async Task<SpeechException> FailAsync(WhisperRecognizer recognizer, string path) =>
        await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(new SpeechRequest(path, null), new Direct(_ => { }), TestContext.Current.CancellationToken));

    private static async Task ExpectGoneAsync(int worker)
    {
        try
        {
            using var process = Process.GetProcessById(worker);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // It is gone.
        }
    }

    private sealed class Direct(Action<SpeechProgress> report) : IProgress<SpeechProgress>
    {
        public void Report(SpeechProgress value) => report(value);
    }
}
