using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Writes frames to look at, for people who change how things look.</summary>
public sealed class LookTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Fact(Explicit = true)]
    public async Task Frames_of_everything()
    {
        var folder = Environment.GetEnvironmentVariable("LOOK") ?? samples.NewFolder();
        var sound = Environment.GetEnvironmentVariable("LOOK_SOUND") ?? samples.Tone();
        var picture = Projects.Asset(Environment.GetEnvironmentVariable("LOOK_PICTURE") ?? samples.Photo());
        foreach (var (w, h) in ((int, int)[])[(1920, 1080), (1080, 1920), (1080, 1080)])
        {
            foreach (var style in Enum.GetValues<VisualStyle>())
            {
                var kind = style switch { VisualStyle.Bars => BackgroundKind.Image, VisualStyle.Line => BackgroundKind.Gradient, VisualStyle.Spectrum => BackgroundKind.Cover, _ => BackgroundKind.Image };
                var project = Projects.Of(sound, w, h, 30) with
                {
                    Background = new Background(kind, "#1e1b4b", "#0f766e", picture),
                    Visual = new Visual(style, style == VisualStyle.Line ? "#7dd3fc" : "#ffffff", VerticalPlace.Bottom),
                    Titles =
                    [
                        Projects.Title(h > w ? "Morning Show with a title that is rather long" : "Morning Show") with { Size = 0.1, Color = "#ffffff" },
                        Projects.Title("城市之夜：第一集，很长很长的标题会在合适的地方换行") with { Size = 0.05, Color = "#fde047" },
                    ],
                };
                var rendered = await Rendered.MakeAsync(samples, project);
                SampleMedia.Run("ffmpeg", ["-v", "error", "-y", "-ss", "4.3", "-i", rendered.Path, "-frames:v", "1", Path.Combine(folder, $"{w}x{h}-{style}.png")]);
                File.Copy(rendered.Path, Path.Combine(folder, $"{w}x{h}-{style}.mp4"), overwrite: true);
            }
        }
    }
}
