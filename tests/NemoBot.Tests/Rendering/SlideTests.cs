using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

public sealed class SlideTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const int Red = 0xfe0000;
    private const int Green = 0x00fe00;
    private const int Blue = 0x0000fe;

    [Fact]
    public async Task Slides_come_in_their_order_and_fade_into_each_other_and_a_video_is_one_of_them()
    {
        var clip = samples.Make("green.mp4", "-f lavfi -i color=0x00fe00:s=320x180:r=10:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var project = Projects.Of(samples.Tone(4)) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Slides =
            [
                new Slide(Picture("red.png", "0xfe0000", "320x180"), Projects.S(0), Projects.S(1.5)) { Motion = Motion.ZoomIn },
                new Slide(Projects.Asset(clip), Projects.S(1), Projects.S(1.5)) { Crossfade = Projects.S(0.5) },
                new Slide(Picture("blue.png", "0x0000fe", "180x180"), Projects.S(2.5), Projects.S(1.5)),
            ],
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.InRange(video.Count(0.5, Red), 320 * 180 * 9 / 10, 320 * 180);
        var mixed = video.FrameAt(1.25).AsSpan(3 * ((90 * 320) + 160), 3).ToArray();
        Assert.True(mixed[0] is > 60 and < 200 && mixed[1] is > 60 and < 200, string.Join(',', mixed));
        Assert.InRange(video.Count(2.2, Green), 320 * 180 * 9 / 10, 320 * 180);

        // A square picture is shown whole: its blurred copy fills the sides.
        Assert.InRange(video.Count(3.5, Blue), 180 * 180 * 9 / 10, 200 * 180);
    }

    [Fact]
    public async Task A_short_video_behind_a_longer_sound_repeats_to_the_end()
    {
        var clip = samples.Make("half.mp4", "-f lavfi -i color=0xfe0000:s=320x180:r=10:d=0.5 -f lavfi -i color=0x0000fe:s=320x180:r=10:d=0.5 -filter_complex [0][1]concat -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var project = Projects.Of(samples.Tone(3)) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Image, "#000000", null, Projects.Asset(clip)),
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.True(video.Count(2.2, Red) > 50_000 && video.Count(2.7, Blue) > 50_000);
    }

    [Fact]
    public async Task Clips_play_backwards_faster_and_into_each_other()
    {
        var clip = Projects.Asset(samples.Make("two.mp4", "-f lavfi -i color=0xfe0000:s=320x180:r=10:d=1 -f lavfi -i color=0x0000fe:s=320x180:r=10:d=1 -filter_complex [0][1]concat -c:v libx264 -preset ultrafast -pix_fmt yuv420p"));
        var project = Projects.Of(samples.Tone(1)) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Video, "#000000", null, null),
            Clips = [new Clip(clip, Projects.S(0), Projects.S(2)) { Reversed = true }, new Clip(clip, Projects.S(0), Projects.S(2)) { Speed = 2, Crossfade = Projects.S(0.4) }],
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal(2.6, double.Parse(video.Probe("v:0", "format=duration")), 0.06);
        Assert.True(video.Count(0.5, Blue) > 50_000 && video.Count(1.4, Red) > 50_000 && video.Count(2.5, Blue) > 50_000);
    }

    private Asset Picture(string name, string color, string size) => Projects.Asset(samples.Make(name, $"-f lavfi -i color={color}:s={size} -frames:v 1"));
}
