using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class MediaToolsTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private readonly NemoBot.Media.MediaTools _tools = MediaUnderTest.Tools();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_the_version_as_people_write_it() => Assert.Matches(@"^\d+\.\d+$", await _tools.FindVersionAsync(Stop));

    [Fact]
    public async Task Converts_to_what_every_backend_takes()
    {
        var folder = samples.NewFolder();
        var steps = new List<double>();
        var sound = await _tools.ConvertAsync(samples.Make("s.ogg", $"-i {samples.Tone()} -c:a libvorbis"), folder, new Steps(steps), Stop);
        Assert.Equal("aac", (await _tools.ProbeAsync(sound, Stop)).AudioCodec);
        Assert.True(steps.SequenceEqual(steps.Order()) && steps.Count > 0 && steps[^1] > 0.9, string.Join(' ', steps));

        var movie = await _tools.ConvertAsync(samples.Make("m.webm", $"-i {samples.Movie()} -c:v libvpx -b:v 200k -deadline realtime -c:a libvorbis"), folder, null, Stop);
        var facts = await _tools.ProbeAsync(movie, Stop);
        Assert.Equal(("h264", "aac"), (facts.VideoCodec, facts.AudioCodec));
        Assert.Equal(3, facts.Duration.TotalSeconds, 0.1);

        var picture = await _tools.ConvertAsync(samples.Make("p.bmp", $"-i {samples.Photo()} -update 1"), folder, null, Stop);
        Assert.Equal(".png", Path.GetExtension(picture));
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData(150_000)]
    [InlineData(60_000)]
    public async Task A_fitted_video_is_never_over_the_limit(long limit)
    {
        var noisy = samples.Make("noisy.mp4", "-f lavfi -i testsrc2=s=1280x720:r=30:d=3 -f lavfi -i sine=d=3 -vf noise=alls=6:allf=t -c:v libx264 -preset ultrafast -crf 28 -pix_fmt yuv420p -c:a aac");
        var fitted = await _tools.FitAsync(noisy, samples.NewFolder(), limit, null, Stop);
        if (fitted is not null)
        {
            Assert.True(fitted.Size <= limit && new FileInfo(fitted.Path).Length == fitted.Size, $"{fitted.Size}");
            var facts = await _tools.ProbeAsync(fitted.Path, Stop);
            Assert.Equal((fitted.Width, fitted.Height), (facts.Width, facts.Height));
            Assert.Equal(3, facts.Duration.TotalSeconds, 0.1);
        }
    }

    [Fact]
    public async Task Simple_pictures_keep_their_size_when_they_fit_and_hopeless_ones_are_not_made()
    {
        var still = samples.Make("still.mp4", $"-loop 1 -r 25 -t 10 -i {samples.Photo()} -f lavfi -i sine=d=10 -c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -c:a aac -b:a 256k");
        var size = new FileInfo(still).Length;
        var folder = samples.NewFolder();
        var fitted = await _tools.FitAsync(still, folder, size * 6 / 10, null, Stop);
        Assert.Equal((640, 480), (fitted!.Width, fitted.Height));
        Assert.True(fitted.Size <= size * 6 / 10);

        Assert.Null(await _tools.FitAsync(samples.Movie(8), folder, 20_000, null, Stop));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Compresses_sound_to_a_size_while_it_can_still_be_heard()
    {
        var wav = samples.Make("long.wav", "-f lavfi -i anoisesrc=d=30:a=0.3 -ac 2");
        var small = await _tools.CompressAsync(wav, samples.NewFolder(), 300_000, null, Stop);
        Assert.True(new FileInfo(small!).Length <= 300_000);
        Assert.Equal(30, (await _tools.ProbeAsync(small!, Stop)).Duration.TotalSeconds, 0.1);
        Assert.Null(await _tools.CompressAsync(wav, samples.NewFolder(), 30_000, null, Stop));
    }

    [Fact]
    public async Task Compressed_sound_keeps_its_cover_and_what_its_channels_would_cancel()
    {
        var opposite = samples.Make("opposite.wav", "-f lavfi -i sine=f=300:d=20:r=44100 -af pan=stereo|c0=c0|c1=-1*c0");
        var mono = await _tools.CompressAsync(opposite, samples.NewFolder(), 100_000, null, Stop);
        Assert.Equal(1, (await _tools.ProbeAsync(mono!, Stop)).AudioChannels);
        var pcm = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", mono!, "-f", "u8", "-ar", "8000", "-"]);
        Assert.True(pcm.Max() > 136, $"{pcm.Max()}");

        var covered = samples.Make("covered.flac", $"-f lavfi -i anoisesrc=d=20:r=44100 -i {samples.Photo()} -map 0 -map 1 -ac 2 -c:v copy -disposition:v attached_pic");
        var small = await _tools.CompressAsync(covered, samples.NewFolder(), 1_100_000, null, Stop);
        Assert.True((await _tools.ProbeAsync(small!, Stop)).HasCover);
    }

    [Fact]
    public async Task The_poster_is_small_and_not_black()
    {
        var dark = samples.Make("dark.mp4", "-f lavfi -i color=black:s=640x360:r=25:d=3 -f lavfi -i testsrc2=s=640x360:r=25:d=3 -filter_complex [0][1]concat=n=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var poster = Path.Combine(samples.NewFolder(), "poster.jpg");
        Assert.Equal(new VideoFacts(640, 360, TimeSpan.FromSeconds(6), poster), await _tools.DescribeVideoAsync(dark, poster, 320, Stop));
        var facts = await _tools.ProbeAsync(poster, Stop);
        Assert.Equal((MediaKind.Image, "mjpeg", 320, 180), (facts.Kind, facts.VideoCodec, facts.Width, facts.Height));
        Assert.InRange(new FileInfo(poster).Length, 1000, 200_000);
        var pixels = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", poster, "-vf", "format=gray", "-f", "rawvideo", "-"]);
        Assert.True(pixels.Average(p => (double)p) > 40);
    }

    [Fact]
    public async Task The_poster_of_noise_keeps_the_limit_too()
    {
        var noise = samples.Make("noise.mp4", "-f lavfi -i color=gray:s=1280x1280:r=2:d=1 -vf noise=alls=100:allf=t -c:v libx264 -preset ultrafast -crf 4 -pix_fmt yuv420p");
        var poster = Path.Combine(samples.NewFolder(), "poster.jpg");
        await _tools.DescribeVideoAsync(noise, poster, 1280, Stop);
        Assert.InRange(new FileInfo(poster).Length, 1000, 200_000);
    }

    [Fact]
    public async Task Draws_a_timeline()
    {
        var target = Path.Combine(samples.NewFolder(), "timeline.png");
        await _tools.DrawTimelineAsync(Timelines.Rich, target, Stop);
        var facts = await _tools.ProbeAsync(target, Stop);
        Assert.Equal((MediaKind.Image, 900), (facts.Kind, facts.Width));

        // Every lane has its colour: its left mark is drawn where it is expected.
        var row = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", target, "-vf", "crop=1:ih:15:0,format=rgb24", "-f", "rawvideo", "-"]);
        var colors = Enumerable.Range(0, row.Length / 3).Select(y => (row[3 * y], row[(3 * y) + 1], row[(3 * y) + 2])).Distinct();
        Assert.True(colors.Count() >= 4);

        // The fourth lane has 20 %: the box is dim above and bright near its bottom.
        var quiet = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", target, "-vf", "crop=1:106:540:480,format=gray", "-f", "rawvideo", "-"]);
        Assert.True(quiet[98] > quiet[6] + 20, $"{quiet[6]} {quiet[98]}");

        // The third has sound that begins after a quarter and grows: so do the bright bars above its bottom.
        int BarAt(int x) => SampleMedia.Run("ffmpeg", ["-v", "error", "-i", target, "-vf", $"crop=3:60:{x}:406,format=gray", "-f", "rawvideo", "-"]).Count(p => p > 180);
        var bars = (int[])[BarAt(300), BarAt(550), BarAt(860)];
        Assert.True(bars[0] < bars[1] && bars[1] < bars[2] && bars[2] > 80, string.Join(' ', bars));

        await _tools.DrawTimelineAsync(TimelineView.Empty, target, Stop);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(target)!));
    }
}
