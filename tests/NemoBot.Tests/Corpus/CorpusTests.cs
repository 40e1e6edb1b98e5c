using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;
using NemoBot.Tests.RealFiles;
using NemoBot.Tests.Rendering;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.Corpus;

/// <summary>
/// Hundreds of small valid files through the whole path of the media. The test command runs a few of each kind;
/// <c>tests/corpus.sh</c> runs them all.
/// </summary>
public sealed class CorpusTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const int Canvas = 120;
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("NEMOBOT_CORPUS") == "all";

    public static TheoryData<string> SoundNames => Choose(SoundCases.All(), 4);

    public static TheoryData<string> VideoNames => Choose(VideoCases.All(), 3);

    public static TheoryData<string> StillNames => Choose(StillCases.All(), 2);

    [Theory]
    [MemberData(nameof(SoundNames))]
    public async Task A_sound_keeps_its_time_and_gets_its_loudness(string name)
    {
        var item = SoundCases.All().Single(c => c.Name == name);
        var asset = await RealFile.ReceiveFileAsync(samples, CorpusMaker.Make(samples, item, MediaKind.Audio));
        Assert.Equal(MediaKind.Audio, asset.Facts.Kind);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset));

        Assert.Equal(CorpusMaker.Seconds, made.Seconds, 0.05 + (2 * item.Delay));
        Assert.Equal(CorpusMaker.Onset, OnsetOf(made), 0.02 + item.Delay);
        Assert.Equal(-14, made.Meter.Integrated, 0.7);
        AssertClean(made.Path);
    }

    [Theory]
    [MemberData(nameof(VideoNames))]
    public async Task A_video_keeps_its_time_its_shape_and_its_colors(string name)
    {
        var item = VideoCases.All().Single(c => c.Name == name);
        var asset = await RealFile.ReceiveFileAsync(samples, CorpusMaker.Make(samples, item, MediaKind.Video));
        Assert.Equal(MediaKind.Video, asset.Facts.Kind);
        AssertShape(item, asset.Facts.Width, asset.Facts.Height);

        var video = await RenderAsync(asset);

        Assert.Equal(CorpusMaker.Seconds, double.Parse(video.Probe("v:0", "format=duration")), 0.06 + (2 * item.Delay));
        AssertQuarters(item, video.FrameAt(0.5));
        AssertOnsets(item, video);
        AssertClean(video.Path);
    }

    [Theory]
    [MemberData(nameof(StillNames))]
    public async Task A_still_keeps_its_colors(string name)
    {
        var item = StillCases.All().Single(c => c.Name == name);
        var asset = await RealFile.ReceiveFileAsync(samples, CorpusMaker.Make(samples, item, MediaKind.Image));

        Assert.Equal((MediaKind.Image, item.Width, item.Height), (asset.Facts.Kind, asset.Facts.Width, asset.Facts.Height));
        var frame = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", asset.Path, "-frames:v", "1", "-vf", $"scale={Canvas}:{Canvas},format=rgb24", "-f", "rawvideo", "-"]);
        AssertQuarters(item, frame, isSquare: true);
    }

    private static TheoryData<string> Choose(IEnumerable<CorpusCase> cases, int few)
    {
        var all = cases.Select(c => c.Name).ToList();
        return IsWhole ? [.. all] : [.. all.Where((_, i) => i % (all.Count / few) == all.Count / few / 2)];
    }

    /// <summary>The canvas is a square, so that every turn and every shape fits in.</summary>
    private Task<Rendered> RenderAsync(Asset asset) => Rendered.MakeAsync(samples, new Project
    {
        Canvas = new Canvas(Canvas, Canvas, 50),
        Background = new Background(BackgroundKind.Video, "#000000", null, null),
        Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
        Clips = [new Clip(asset, TimeSpan.Zero, asset.Facts.Duration)],
    });

    private static double OnsetOf(Mixed made)
    {
        var loud = made.Level(1.3, 1.7);
        return Enumerable.Range(0, 2000).Select(i => i / 1000.0).First(t => made.Level(t, t + 0.003) > 0.4 * loud);
    }

    private static void AssertClean(string path) =>
        Assert.Equal("", SampleMedia.RunText("ffmpeg", "-v", "warning", "-xerror", "-i", path, "-f", "null", "-"));

    private static void AssertShape(CorpusCase item, int width, int height)
    {
        var (w, h) = (item.Width * item.PixelAspect, (double)item.Height);
        var expected = item.QuarterTurns % 2 == 0 ? w / h : h / w;
        Assert.Equal(expected, (double)width / height, 0.03 * expected);
    }

    private static void AssertQuarters(CorpusCase item, byte[] frame, bool isSquare = false)
    {
        var aspect = isSquare ? 1 : item.Width * item.PixelAspect / item.Height;
        aspect = item.QuarterTurns % 2 == 0 ? aspect : 1 / aspect;
        var (halfWidth, halfHeight) = (Canvas / 2 * Math.Min(1, aspect), Canvas / 2 * Math.Min(1, 1 / aspect));
        int[] colors = [0xff0000, 0x00ff00, 0xffff00, 0x0000ff];
        for (var i = 0; i < 4; i++)
        {
            // Clockwise from the upper left; a quarter turn to the left moves each color one place back.
            var (x, y) = ((i is 1 or 2 ? 0.7 : -0.7) * halfWidth, (i is 2 or 3 ? 0.7 : -0.7) * halfHeight);
            var at = ((((int)((Canvas / 2) + y)) * Canvas) + (int)((Canvas / 2) + x)) * 3;
            var expected = colors[(i + item.QuarterTurns) % 4];
            var off = Math.Max(Math.Abs(frame[at] - (expected >> 16)), Math.Max(Math.Abs(frame[at + 1] - ((expected >> 8) & 255)), Math.Abs(frame[at + 2] - (expected & 255))));
            Assert.True(off < 40, $"Quarter {i} is {frame[at]}, {frame[at + 1]}, {frame[at + 2]} instead of {expected:x6}.");
        }
    }

    private static void AssertOnsets(CorpusCase item, Rendered video)
    {
        var center = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", video.Path, "-vf", "crop=4:4:58:58,scale=1:1,format=gray", "-f", "rawvideo", "-"]);
        var rate = item.Rate.Split('/');
        var frameTime = rate.Length == 2 ? double.Parse(rate[1]) / double.Parse(rate[0]) : 1 / double.Parse(rate[0]);
        Assert.Equal(CorpusMaker.Onset, Array.FindIndex(center, v => v > 225) / 50.0, 0.021 + frameTime + item.Delay);
        if (item.HasSound)
        {
            var sound = video.Samples();
            var onset = Enumerable.Range(0, 2000).Select(i => i / 1000.0).First(t => Rendered.Level(sound, t, t + 0.003) > 0.05);
            Assert.Equal(CorpusMaker.Onset, onset, 0.021 + item.Delay);
        }
    }
}
