using NemoBot.LocalNemo.Rendering;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A file that turns bad after its upload: the render says which one, and goes on without it when asked to.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly SampleMedia _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("en", "leave out photo.jpg", "“photo.jpg” (the background) could not be read. Press the button or say “leave out photo.jpg”")]
    [InlineData("zh", "去掉 photo.jpg", "无法读取“photo.jpg”（背景）。点按钮或说“去掉 photo.jpg”")]
    public async Task The_bad_file_is_named_and_can_be_left_out(string language, string words, string expected)
    {
        await using var bench = await LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(MediaUnderTest.Processes()));
        var session = await bench.BeginSessionAsync(language);
        using var upload = await bench.UploadAsync(
            session, ("tone.mp3", await File.ReadAllBytesAsync(_media.Tone(2))), ("photo.jpg", await File.ReadAllBytesAsync(_media.Photo())));
        await bench.SayAsync(session, language == "en" ? "waveform video with this background picture, 240p" : "做一个波形视频，用这张图片做背景，240p");
        foreach (var picture in Directory.EnumerateFiles(bench.Folder, "*.jpg", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(picture, "gone");
        }

        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        var failed = await bench.WaitForAsync("render_1");
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains(expected, failed.GetProperty("note").GetString());
        Assert.Equal(words, Assert.Single(failed.GetProperty("offers").EnumerateArray()).GetString());

        await bench.SayAsync(session, words);
        Assert.DoesNotContain("photo.jpg", (await bench.DraftAsync(session)).ToString());
    }

    [Fact]
    public async Task A_bad_clip_among_several_is_named_with_its_number_and_left_out()
    {
        await using var bench = await LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(MediaUnderTest.Processes()));
        var session = await bench.BeginSessionAsync();
        var (one, two) = (await File.ReadAllBytesAsync(_media.Tone(1)), await File.ReadAllBytesAsync(_media.Make("b.wav", "-f lavfi -i sine=d=2")));
        using var upload = await bench.UploadAsync(session, ("one.mp3", one), ("two.wav", two));
        await bench.SayAsync(session, "join both sounds one after the other, waveform video, 240p");
        Assert.Equal(3000, (await bench.DraftAsync(session)).GetProperty("d").GetDouble(), 60.0);
        foreach (var sound in Directory.EnumerateFiles(bench.Folder, "*.wav", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(sound, "gone");
        }

        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        Assert.Contains("“two.wav” (clip 2, from 1", (await bench.WaitForAsync("render_1")).GetProperty("note").GetString());
        await bench.SayAsync(session, "leave out two.wav");
        using var again = await bench.SubmitAsync(session, "render_2", await bench.DraftAsync(session));
        var done = await bench.WaitForAsync("render_2");
        Assert.Equal(1, done.GetProperty("output").GetProperty("duration").GetDouble(), 0.1);
    }

    [Fact]
    public async Task Pictures_without_any_sound_become_a_silent_slideshow()
    {
        await using var bench = await LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(MediaUnderTest.Processes()));
        var session = await bench.BeginSessionAsync();
        var (red, blue) = (_media.Make("red.png", "-f lavfi -i color=red:s=320x240:d=1 -frames:v 1"), _media.Make("blue.png", "-f lavfi -i color=blue:s=320x240:d=1 -frames:v 1"));
        using var upload = await bench.UploadAsync(session, ("red.png", await File.ReadAllBytesAsync(red)), ("blue.png", await File.ReadAllBytesAsync(blue)));
        await bench.SayAsync(session, "make a slideshow of these pictures, 2 seconds each, 240p, 10 fps");
        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(4, done.GetProperty("output").GetProperty("duration").GetDouble(), 0.1);
    }
}
