using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Writes frames to look at, for people who change how things look: <c>LOOK</c> names the folder.</summary>
public sealed class LookTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static readonly (int Width, int Height)[] Shapes = [(960, 540), (540, 960), (720, 720)];

    [Fact(Explicit = true)]
    public async Task Layouts()
    {
        var (cover, photo) = (Picture("cover.jpg"), Picture("photo.jpg"));
        foreach (var (w, h) in Shapes)
        {
            var plain = Projects.Of(Sound, w, h, 25) with { Visual = new Visual(VisualStyle.Bars, ColorChoice.Auto, VerticalPlace.Bottom) };
            var art = plain with { Background = new Background(BackgroundKind.Image, "#1e1b4b", null, cover), Titles = [.. Titles(VerticalPlace.Middle)] };
            await WriteAsync("card-middle", art);
            await WriteAsync("card-top", art with { Titles = [.. Titles(VerticalPlace.Top)], Captions = Captions(CaptionStyle.Classic) });
            await WriteAsync("crop", art with { Background = art.Background with { Fit = PictureFit.Crop, Asset = photo }, Titles = [.. Titles(VerticalPlace.Top)] });
            await WriteAsync("letterbox", art with { Background = art.Background with { Fit = PictureFit.Letterbox }, Titles = [Projects.Title("Navy on dark", color: "#0b1f4b")] });
            await WriteAsync("gradient", plain with { Background = new Background(BackgroundKind.Gradient, "#1e1b4b", "#0f766e", null), Titles = [.. Titles(VerticalPlace.Middle)], ProgressBar = true });
            await WriteAsync("logo", art with { Background = art.Background with { Asset = Picture("logo_dark.png") }, Overlays = [new Overlay(Picture("logo.png"), Corner.TopRight, 0.15, 0.04)], Captions = Captions(CaptionStyle.Box) });
        }
    }

    [Fact(Explicit = true)]
    public async Task Visuals()
    {
        foreach (var style in Enum.GetValues<VisualStyle>())
        {
            foreach (var (w, h) in Shapes.Take(2))
            {
                var project = Projects.Of(Sound, w, h, 25) with
                {
                    Background = new Background(BackgroundKind.Image, "#1e1b4b", null, Picture("cover.jpg")),
                    Visual = new Visual(style, ColorChoice.Auto, VerticalPlace.Bottom) { Glow = h > w },
                    Titles = [Projects.Title("Night Shift Ep 4", color: ColorChoice.Auto) with { Size = 0.08 }],
                };
                await WriteAsync($"visual-{style}", project);
            }
        }
    }

    [Fact(Explicit = true)]
    public async Task Scenes()
    {
        foreach (var style in Enum.GetValues<SceneStyle>())
        {
            var project = Projects.Of(Sound, 960, 540, 25) with
            {
                Scene = new Scene(style, null),
                Background = style == SceneStyle.Art ? new Background(BackgroundKind.Image, "#1e1b4b", null, Picture("cover.jpg")) : new Project().Background,
                Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
                Titles = [.. Titles(VerticalPlace.Top)],
            };
            var video = await Rendered.MakeAsync(samples, project);
            SampleMedia.Run("ffmpeg", ["-v", "error", "-y", "-i", video.Path, "-vf", "fps=1/4,scale=480:-2,tile=3x2", "-frames:v", "1", Path.Combine(Folder, $"scene-{style}.png")]);
        }
    }

    private static string Folder => Environment.GetEnvironmentVariable("LOOK") ?? Path.GetTempPath();

    private static string Sound => Path.Combine(Folder, "song.wav");

    private static Asset Picture(string name) => Projects.Asset(Path.Combine(Folder, name));

    private static Title[] Titles(VerticalPlace place) =>
    [
        Projects.Title("Neon Rain and the long night", color: ColorChoice.Auto, place: place) with { Size = 0.1, Role = TitleRole.Title },
        Projects.Title("The Midnight", color: ColorChoice.Auto, place: place) with { Size = 0.055, Role = TitleRole.Artist },
    ];

    private static Captions Captions(CaptionStyle style) =>
        new([new CaptionLine(Projects.S(0), Projects.S(30), "The problem is that nobody ever closes the laptop.")]) { Style = style };

    private async Task WriteAsync(string name, Project project)
    {
        var length = Projects.S(9);
        var video = await Rendered.MakeAsync(samples, project with { Clips = [project.Clips[0] with { From = Projects.S(6), Length = length }] });
        var target = Path.Combine(Folder, $"{name}-{project.Canvas.Width}x{project.Canvas.Height}.png");
        SampleMedia.Run("ffmpeg", ["-v", "error", "-y", "-ss", "7.02", "-i", video.Path, "-frames:v", "1", target]);
    }
}
