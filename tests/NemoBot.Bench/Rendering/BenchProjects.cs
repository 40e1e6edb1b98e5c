using NemoBot.LocalNemo.Projects;
using NemoBot.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Bench.Rendering;

/// <summary>What people ask for most, over the same sound and picture.</summary>
internal sealed class BenchProjects(Asset sound, Asset picture)
{
    public TimeSpan Length => sound.Facts.Duration < TimeSpan.FromMinutes(1) ? sound.Facts.Duration : TimeSpan.FromMinutes(1);

    public static async Task<BenchProjects> ReadAsync(MediaProcesses processes, string sound, string picture)
    {
        var tools = new MediaTools(processes);
        return new BenchProjects(
            new Asset("s", "sound", sound, await tools.ProbeAsync(sound, CancellationToken.None)),
            new Asset("p", "picture", picture, await tools.ProbeAsync(picture, CancellationToken.None)));
    }

    /// <summary>A waveform over a picture with a title.</summary>
    public Project Audiogram(VisualStyle style, PictureFit fit = PictureFit.Crop, bool hasCaptions = false) => new()
    {
        Background = new Background(BackgroundKind.Image, "#000000", null, picture) { Fit = fit },
        Visual = new Visual(style, "#ffffff", VerticalPlace.Bottom),
        Clips = [new Clip(sound, TimeSpan.Zero, Length)],
        Titles = [new Title("Morning Show", TimeSpan.Zero, null, "#ffffff", 0.1, VerticalPlace.Top, TimeSpan.FromSeconds(1), TimeSpan.Zero)],
        Captions = hasCaptions ? new Captions([.. Lines()]) : null,
    };

    /// <summary>Motion all over the frame.</summary>
    public Project MusicVideo(Canvas canvas) => new()
    {
        Canvas = canvas,
        Scene = new Scene(SceneStyle.Auto, null),
        Visual = new Visual(VisualStyle.Circle, "#ffffff", VerticalPlace.Bottom),
        Clips = [new Clip(sound, TimeSpan.Zero, Length)],
    };

    private IEnumerable<CaptionLine> Lines() => Enumerable.Range(0, (int)(Length.TotalSeconds / 3))
        .Select(i => new CaptionLine(TimeSpan.FromSeconds(3 * i), TimeSpan.FromSeconds((3 * i) + 2.8), $"This is line number {i} of what is said in the show"));
}
