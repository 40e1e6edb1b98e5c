using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Tests.LocalNemo;
using NemoBot.Tests.Media;
using NemoBot.Tests.Rendering;
using Xunit;

namespace NemoBot.Tests.RealFiles;

/// <summary>What people write and send beside their sound, as it comes out in the picture.</summary>
public sealed class WordsInPicturesTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("لللللللللل .", true)]
    [InlineData("lllllllllll .", false)]
    public async Task What_ends_a_line_is_at_the_end_where_the_script_ends(string text, bool isLeft)
    {
        var project = Rendering.Projects.Of(samples.Tone(1), 640, 180) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Titles = [Rendering.Projects.Title(text) with { Size = 0.3, Place = VerticalPlace.Middle }],
        };
        var video = await Rendered.MakeAsync(samples, project);
        var frame = video.FrameAt(0.5);
        var inked = Enumerable.Range(0, 640).Where(x => Enumerable.Range(0, 180).Any(y => frame[((y * 640) + x) * 3] > 180)).ToList();
        var gap = Enumerable.Range(1, inked.Count - 1).MaxBy(i => inked[i] - inked[i - 1]);
        Assert.True(inked[gap] - inked[gap - 1] > 6, "no space is seen");
        Assert.Equal(isLeft, gap < inked.Count - gap);
    }

    [Fact]
    public async Task An_animated_picture_behind_a_song_repeats_to_its_end()
    {
        var gif = samples.Make("flash.gif", "-f lavfi -i color=red:s=64x36:r=10:d=0.5 -f lavfi -i color=blue:s=64x36:r=10:d=0.5 -filter_complex [0][1]concat=n=2");
        await using var bench = await LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(MediaUnderTest.Processes()));
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("song.mp3", await File.ReadAllBytesAsync(samples.Tone(4))), ("cover.gif", await File.ReadAllBytesAsync(gif)));
        await bench.SayAsync(session, "waveform video with this gif as background, 240p, 10 fps");
        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal(4, done.GetProperty("output").GetProperty("duration").GetDouble(), 0.1);
        using var plain = new HttpClient();
        var path = samples.Write("gif.mp4", await plain.GetByteArrayAsync(done.GetProperty("output").GetProperty("url").GetString()));
        var frames = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", path, "-vf", "fps=10,crop=iw:ih/8:0:ih/8,scale=1:1,format=rgb24", "-f", "rawvideo", "-"]).Chunk(3).Select(p => p[0] > p[2]).ToList();
        Assert.InRange(Enumerable.Range(1, frames.Count - 1).Count(i => frames[i] != frames[i - 1]), 6, 8);
    }
}
