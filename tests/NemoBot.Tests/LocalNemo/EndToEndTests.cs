using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Media;
using NemoBot.Media.Processes;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The whole way with the real FFmpeg.</summary>
public sealed class EndToEndTests
{
    [Fact]
    public async Task A_real_sound_file_and_words_become_a_real_video()
    {
        using var processes = new MediaProcesses(Options.Create(new MediaOptions()), TimeProvider.System);
        var media = new MediaTools(processes);
        await using var bench = await LocalBench.StartAsync(media: media, renderer: new ProjectRenderer(processes));
        var session = await bench.BeginSessionAsync();
        var sound = await MakeToneAsync(Path.Combine(bench.Folder, "tone.mp3"));
        using var upload = await bench.UploadAsync(session, ("tone.mp3", sound));
        Assert.Equal(HttpStatusCode.OK, upload.StatusCode);
        foreach (var (name, bad) in new[] { ("cut.mp3", sound[..100]), ("words.mp3", "no sound"u8.ToArray()) })
        {
            await LocalBench.ExpectErrorAsync(await bench.UploadAsync(session, (name, bad)), 400, 4001);
        }

        await bench.SayAsync(session, "waveform video, title 'Morning Show' in yellow, blue background, 1:1, 480p");
        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal("completed", done.GetProperty("status").GetString());

        using var plain = new HttpClient();
        var video = Path.Combine(bench.Folder, "video.mp4");
        await File.WriteAllBytesAsync(video, await plain.GetByteArrayAsync(done.GetProperty("output").GetProperty("url").GetString()));
        var facts = await media.ProbeAsync(video, CancellationToken.None);
        Assert.Equal((MediaKind.Video, 480, 480, true), (facts.Kind, facts.Width, facts.Height, facts.HasAudio));
        Assert.InRange(facts.Duration.TotalSeconds, 1.95, 2.05);
    }

    private static async Task<byte[]> MakeToneAsync(string path)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-y", path]))!;
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return await File.ReadAllBytesAsync(path);
    }
}
