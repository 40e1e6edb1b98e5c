using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.RealFiles;

public sealed class PictureFileTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("gap.mp4", 25, "lt(t\\,0.5)+gt(t\\,2.5)", 25)]
    [InlineData("screen.mp4", 60, "lt(t\\,0.5)+not(mod(n\\,10))", 30)]
    [InlineData("steady.mp4", 50, "not(mod(n\\,2))", 25, Explicit = true)]
    public async Task A_video_that_leaves_frames_out_has_the_rate_of_its_moving_parts(string name, int rate, string kept, double expected)
    {
        var path = samples.Make(name, $"-f lavfi -i testsrc2=s=64x48:r={rate}:d=3 -vf select={kept} -fps_mode vfr -pix_fmt yuv420p");

        var facts = (await RealFile.ReceiveFileAsync(samples, path)).Facts;

        Assert.Equal(expected, facts.FrameRate, 0.2);
        Assert.True(facts.AverageFrameRate < expected + 0.2);
    }

    [Fact]
    public async Task A_moving_picture_is_preferred_to_a_cover()
    {
        var video = await RealFile.RenderAsync(samples, await RealFile.ReceiveAsync(samples, "cover_first.mp4"));
        Assert.False(video.FrameAt(0.2).AsSpan().SequenceEqual(video.FrameAt(2.5)));
    }

    [Fact]
    public async Task Pixels_that_are_not_square_are_shown_in_their_shape()
    {
        var asset = await RealFile.ReceiveAsync(samples, "anamorphic.mp4");
        Assert.Equal((1920, 1080), (asset.Facts.Width, asset.Facts.Height));

        var frame = (await RealFile.RenderAsync(samples, asset, 320, 180)).FrameAt(1);

        var (width, height) = Extent(frame, 320, 180);
        Assert.InRange((double)width / height, 0.95, 1.05);
    }

    [Fact]
    public async Task White_paper_in_HDR_stays_white()
    {
        var frame = (await RealFile.RenderAsync(samples, await RealFile.ReceiveAsync(samples, "hdr_pq.mp4"))).FrameAt(1);
        Assert.InRange(frame[(((60 * 160) + 80) * 3) + 1], 215, 250);
    }

    [Fact]
    public async Task Interlaced_video_has_no_combs()
    {
        var asset = await RealFile.ReceiveAsync(samples, "interlaced.mpg");
        var frame = (await RealFile.RenderAsync(samples, asset, 352, 288)).FrameAt(0.4);

        // A comb changes from line to line and back.
        long combs = 0, lines = 0;
        for (var y = 1; y < 287; y++)
        {
            for (var x = 0; x < 352; x++)
            {
                int Luma(int row) => frame[(((row * 352) + x) * 3) + 1];
                combs += (Luma(y) - Luma(y - 1)) * (Luma(y) - Luma(y + 1)) > 900 ? 1 : 0;
                lines++;
            }
        }

        Assert.True(combs < 0.005 * lines, $"{combs} of {lines}");
    }

    [Theory]
    [InlineData("sizechange.ts", Explicit = true)]
    [InlineData("sizechange.webm")]
    public async Task A_change_of_size_midway_keeps_the_shape(string name)
    {
        var asset = await RealFile.ReceiveAsync(samples, name);
        var video = await RealFile.RenderAsync(samples, asset, 320, 240);
        Assert.Equal(4, double.Parse(video.Probe("v:0", "format=duration")), 0.15);
        Assert.True(IsDark(video.FrameAt(3.3), 320, 10) && !IsDark(video.FrameAt(0.8), 320, 10));
    }

    [Theory]
    [InlineData("still.avif", 640, 480)]
    [InlineData("still.jxl", 640, 480, Explicit = true)]
    [InlineData("photo.heic", 640, 480)]
    [InlineData("anim.webp", 320, 240, Explicit = true)]
    [InlineData("exif6.webp", 640, 480, Explicit = true)]
    [InlineData("cmyk.jpg", 640, 480)]
    public async Task Stills_of_every_format_are_pictures(string name, int width, int height)
    {
        var asset = await RealFile.ReceiveAsync(samples, name);
        Assert.Equal((MediaKind.Image, width, height), (asset.Facts.Kind, asset.Facts.Width, asset.Facts.Height));
    }

    [Theory]
    [InlineData("exif6.webp")]
    [InlineData("photo.heic")]
    [InlineData("cmyk.jpg")]
    [InlineData("back_then_front.mp3")]
    public async Task The_right_picture_is_upright(string name)
    {
        var asset = await RealFile.ReceiveAsync(samples, name);
        var frame = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", asset.Path, "-map", $"0:{asset.Facts.PictureStream}", "-frames:v", "1", "-vf", "scale=64:48,format=rgb24", "-f", "rawvideo", "-"]);

        (int X, int Y, int Color)[] corners = [(4, 4, 0xff0000), (60, 4, 0x00ff00), (4, 44, 0x0000ff), (60, 44, 0xffff00)];
        Assert.All(corners, c => Assert.True(IsNear(frame, ((c.Y * 64) + c.X) * 3, c.Color), $"{c} {frame[((c.Y * 64) + c.X) * 3]} {frame[(((c.Y * 64) + c.X) * 3) + 1]} {frame[(((c.Y * 64) + c.X) * 3) + 2]}"));
    }

    [Fact]
    public async Task The_front_cover_is_the_background()
    {
        var asset = await RealFile.ReceiveAsync(samples, "back_then_front.mp3");
        var background = new Background(BackgroundKind.Image, "#000000", null, asset) { Fit = PictureFit.Crop };
        var video = await RealFile.RenderAsync(samples, asset, background: background);

        var frame = video.FrameAt(0.5);
        (int X, int Y, int Color)[] corners = [(10, 10, 0xff0000), (150, 10, 0x00ff00), (10, 110, 0x0000ff), (150, 110, 0xffff00)];
        Assert.All(corners, c => Assert.True(IsNear(frame, ((c.Y * 160) + c.X) * 3, c.Color), $"{c}"));
    }

    [Fact]
    public async Task The_tiles_of_a_phones_photo_become_one_upright_picture()
    {
        var asset = await RealFile.ReceiveFileAsync(samples, samples.Write("photo.heic", HeifMaker.Grid(samples)));

        Assert.Equal((64, 100), (asset.Facts.Width, asset.Facts.Height));
        var frame = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", asset.Path, "-vf", "format=rgb24", "-f", "rawvideo", "-"]);
        Assert.True(IsNear(frame, ((10 * 64) + 32) * 3, 0x0000ff) && IsNear(frame, ((90 * 64) + 32) * 3, 0xff0000));
    }

    [Theory]
    [InlineData("3000x10")]
    [InlineData("10x3000", Explicit = true)]
    public async Task A_picture_that_is_hardly_more_than_a_line_is_shown(string size)
    {
        var picture = await RealFile.ReceiveFileAsync(samples, samples.Make($"{size}.png", $"-f lavfi -i color=red:s={size} -frames:v 1"));

        var rendered = await RealFile.RenderAsync(
            samples, await RealFile.ReceiveFileAsync(samples, samples.Tone(0.5)), background: new Background(BackgroundKind.Image, "#000000", null, picture));

        Assert.Equal(0.5, double.Parse(rendered.Probe("v:0", "format=duration"), System.Globalization.CultureInfo.InvariantCulture), 0.1);
    }

    [Theory]
    [InlineData("fps=1", 4)]
    [InlineData("select=lt(t\\,0.5)+gt(t\\,3.9)", 4)]
    public async Task A_video_of_few_pictures_is_not_called_cut_off(string filter, double seconds)
    {
        var path = samples.Make($"few-{filter.Length}.mp4", $"-f lavfi -i testsrc=s=64x48:r=25:d={seconds},{filter} -vsync vfr -c:v libx264");

        Assert.Equal(seconds, (await RealFile.ReceiveFileAsync(samples, path)).Facts.Duration.TotalSeconds, 0.1);
    }

    [Fact]
    public async Task Too_many_pixels_are_named_as_such()
    {
        var e = await Assert.ThrowsAsync<MediaException>(() => RealFile.ReceiveAsync(samples, "huge12000.png"));
        Assert.Equal(MediaProblem.TooManyPixels, e.Problem);
    }

    [Fact]
    public async Task Video_of_a_camera_becomes_a_video()
    {
        var asset = await RealFile.ReceiveAsync(samples, "00001.MTS");
        Assert.Equal((MediaKind.Video, 160, 120, true), (asset.Facts.Kind, asset.Facts.Width, asset.Facts.Height, asset.Facts.HasAudio));
    }

    private static bool IsNear(byte[] frame, int at, int rgb) =>
        Math.Abs(frame[at] - (rgb >> 16)) < 90 && Math.Abs(frame[at + 1] - ((rgb >> 8) & 255)) < 90 && Math.Abs(frame[at + 2] - (rgb & 255)) < 90;

    private static bool IsDark(byte[] frame, int width, int column) =>
        Enumerable.Range(0, frame.Length / (width * 3)).All(y => frame[(((y * width) + column) * 3) + 1] < 40);

    /// <summary>Size of what differs from the corner.</summary>
    private static (int Width, int Height) Extent(byte[] frame, int width, int height)
    {
        var (left, right, top, bottom) = (width, 0, height, 0);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = ((y * width) + x) * 3;
                if (Math.Abs(frame[at + 1] - frame[1]) > 60 || Math.Abs(frame[at] - frame[0]) > 60)
                {
                    (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
                }
            }
        }

        return (right - left + 1, bottom - top + 1);
    }
}
