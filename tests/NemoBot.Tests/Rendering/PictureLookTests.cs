using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Uploaded pictures and videos turned, mirrored, and in another tone.</summary>
public sealed class PictureLookTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const int Side = 180;
    private static readonly string[] Corners = ["red", "lime", "blue", "white"];

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false, Explicit = true)]
    [InlineData(2, false, Explicit = true)]
    [InlineData(3, true)]
    public async Task A_picture_is_mirrored_and_then_turned_to_the_right(int turns, bool mirrored)
    {
        var project = Projects.Of(samples.Tone(1), Side, Side) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Image, "#000000", null, Projects.Asset(Quarters()))
            {
                Fit = PictureFit.Crop,
                Look = new PictureLook { Turns = turns, Mirrored = mirrored },
            },
        };
        var frame = (await Rendered.MakeAsync(samples, project)).FrameAt(0.5);

        string[] wanted = mirrored ? [Corners[1], Corners[0], Corners[3], Corners[2]] : Corners;
        for (var i = 0; i < turns; i++)
        {
            // Upper left, upper right, lower left, lower right.
            wanted = [wanted[2], wanted[0], wanted[3], wanted[1]];
        }

        string[] shown = [NameAt(frame, 45, 45), NameAt(frame, 135, 45), NameAt(frame, 45, 135), NameAt(frame, 135, 135)];
        Assert.Equal(wanted, shown);
    }

    [Fact]
    public async Task A_video_stands_up_in_black_and_white_and_bars_beside_it_stay_black()
    {
        var clip = samples.Make("halves.mp4", "-f lavfi -i color=0xfe0000:s=160x180:r=10:d=1 -f lavfi -i color=0xfefefe:s=160x180:r=10:d=1 -filter_complex [0][1]hstack -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var project = Projects.Of(samples.Tone(1), 180, 400) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Video, "#000000", null, null)
            {
                Fit = PictureFit.Letterbox,
                Look = new PictureLook { Turns = 1, Saturation = 0, Brightness = 1.3 },
            },
            Clips = [new Clip(Projects.Asset(clip), Projects.S(0), Projects.S(1))],
        };
        var frame = (await Rendered.MakeAsync(samples, project)).FrameAt(0.5);
        byte[] At(int y) => frame.AsSpan(3 * ((y * 180) + 90), 3).ToArray();

        // What was left is above: red as a gray, lighter than the 76 of its own luma, white below, black at both ends.
        Assert.All(At(100), c => Assert.InRange(c, 95, 150));
        Assert.True(At(100).Max() - At(100).Min() < 8);
        Assert.All(At(300), c => Assert.True(c > 240));
        Assert.All(At(10).Concat(At(390)), c => Assert.True(c < 16));
    }

    [Theory]
    [InlineData(PictureFit.Crop, 255)]
    [InlineData(PictureFit.Letterbox, 0)]
    public async Task White_paper_is_not_shaded_below_dark_bars_and_bars_beside_it_are_black(PictureFit fit, int corner)
    {
        var paper = samples.Make("paper.png", "-f lavfi -i color=white:s=90x90:d=1 -frames:v 1");
        var project = Projects.Of(samples.Tone(1)) with
        {
            Visual = new Visual(VisualStyle.Bars, ColorChoice.Auto, VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Image, "#1e1b4b", null, Projects.Asset(paper)) { Fit = fit },
        };
        var frame = (await Rendered.MakeAsync(samples, project)).FrameAt(0.5);
        Assert.All(frame[^3..], c => Assert.InRange(c, corner - 12, corner + 12));
        Assert.True(frame[((179 * 320) + 160) * 3] > 240, "the paper is grey");
    }

    [Fact]
    public async Task A_record_turns_to_the_right_in_ten_seconds_inside_of_black_grooves()
    {
        var project = Projects.Of(samples.Tone(3), Side, Side) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(BackgroundKind.Image, "#000000", null, Projects.Asset(Quarters())) { Motion = Motion.Spin },
        };
        var video = await Rendered.MakeAsync(samples, project);
        var card = FrameLayout.Find(project, hasCard: true).Card;
        var (x, y, away) = ((int)card.CenterX, (int)card.CenterY, (int)(card.Width * 0.18));
        string[] At(double seconds) => [.. new[] { (-1, -1), (1, -1), (-1, 1), (1, 1) }.Select(c => NameAt(video.FrameAt(seconds), x + (c.Item1 * away), y + (c.Item2 * away)))];

        Assert.Equal(Corners, At(0));
        Assert.Equal([Corners[2], Corners[0], Corners[3], Corners[1]], At(2.5));
        Assert.All(video.FrameAt(0).AsSpan(3 * ((y * Side) + x + (int)(card.Width * 0.43)), 3).ToArray(), c => Assert.InRange(c, 0, 70));
    }

    [Theory]
    [InlineData(false, CropFocus.Right)]
    [InlineData(true, CropFocus.Left)]
    public async Task A_crop_keeps_the_side_that_was_asked_for(bool clip, CropFocus focus)
    {
        var picture = Projects.Asset(clip ? samples.Make("quarters.mp4", $"-loop 1 -framerate 10 -i {Quarters()} -t 1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p") : Quarters());
        var project = Projects.Of(samples.Tone(1), 90, Side) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Background = new Background(clip ? BackgroundKind.Video : BackgroundKind.Image, "#000000", null, clip ? null : picture) { Fit = PictureFit.Crop, Focus = focus },
        };
        project = clip ? project with { Clips = [new Clip(picture, Projects.S(0), Projects.S(1))] } : project;
        var frame = (await Rendered.MakeAsync(samples, project)).FrameAt(0.5);
        Assert.Equal(focus == CropFocus.Right ? [Corners[1], Corners[3]] : [Corners[0], Corners[2]], (string[])[NameAt(frame, 45, 45, 90), NameAt(frame, 45, 135, 90)]);
    }

    private string Quarters() => samples.Make("quarters.png", string.Join(' ', Corners.Select(c => $"-f lavfi -i color={c}:s=90x90:d=1"))
        + " -filter_complex [0][1]hstack[a];[2][3]hstack[b];[a][b]vstack -frames:v 1");

    private static string NameAt(byte[] frame, int x, int y, int width = Side)
    {
        var at = 3 * ((y * width) + x);
        return (frame[at] > 128, frame[at + 1] > 128, frame[at + 2] > 128) switch
        {
            (true, false, false) => "red",
            (false, true, false) => "lime",
            (false, false, true) => "blue",
            (true, true, true) => "white",
            _ => "none of them",
        };
    }
}
