using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class CleaningTests
{
    [Fact]
    public async Task What_nobody_used_for_long_is_dropped_with_its_files()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(o => o.TokenLifetime = TimeSpan.FromDays(90), clock);
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        await bench.WaitForAsync("render_1");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bench.Folder, "sessions")))
        {
            File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
        }

        clock.Advance(TimeSpan.FromDays(4));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(bench.Folder, "renders")));
        Assert.NotEmpty((await bench.DraftAsync(session)).GetRawText());

        clock.Advance(TimeSpan.FromDays(27));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Folder, "files")));
        using var gone = await bench.Http.GetAsync($"/api/state/nemo_agent/me/{session}/latest");
        await LocalBench.ExpectErrorAsync(gone, 404, 1002);
    }
}
