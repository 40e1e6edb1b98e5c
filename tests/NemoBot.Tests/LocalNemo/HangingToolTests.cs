using NemoBot.LocalNemo.Rendering;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>An FFmpeg that hangs ends its render with a sentence, one that is killed midway is started again, and those behind it are made.</summary>
public sealed class HangingToolTests : IDisposable
{
    private readonly SampleMedia _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("exec sleep 1000", "failed", "took too long")]
    [InlineData("kill -9 $$", "completed", "")]
    public async Task Its_render_ends_and_the_next_one_is_made(string behavior, string status, string words)
    {
        var breaks = Path.Combine(_media.Folder, "breaks");
        var fake = MediaUnderTest.Script(_media.Folder, $"case \"$*\" in *f32le*pipe:1*) if rm {breaks} 2>/dev/null; then {behavior}; fi;; esac; exec ffmpeg \"$@\"");
        using var processes = MediaUnderTest.Processes(o => (o.FfmpegPath, o.StallTimeout) = (fake, TimeSpan.FromSeconds(2)));
        await using var bench = await LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(processes));
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("tone.mp3", await File.ReadAllBytesAsync(_media.Tone(1))));
        await bench.SayAsync(session, "waveform video, 240p, 10 fps");
        var draft = await bench.DraftAsync(session);

        await File.WriteAllTextAsync(breaks, "");
        using var first = await bench.SubmitAsync(session, "render_1", draft);
        using var second = await bench.SubmitAsync(session, "render_2", draft);
        var ended = await bench.WaitForAsync("render_1");
        Assert.Equal(status, ended.GetProperty("status").GetString());
        Assert.Contains(words, ended.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(breaks));
        Assert.Equal("completed", (await bench.WaitForAsync("render_2")).GetProperty("status").GetString());
    }
}
