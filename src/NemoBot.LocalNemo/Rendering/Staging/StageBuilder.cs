using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Overlays;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Records;
using NemoBot.LocalNemo.Rendering.Subtitles;
using NemoBot.LocalNemo.Rendering.Titles;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.LocalNemo.Rendering.Visuals;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using NemoBot.LocalNemo.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Staging;

/// <summary>Places everything, paints the background, and draws titles, logos and captions to suit it.</summary>
internal sealed class StageBuilder(MediaProcesses processes, ISoundAnalyzer analyzer, Project project, string folder)
{
    public async Task<Stage> BuildAsync(CancellationToken cancellationToken)
    {
        var (layout, palette, still, open) = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var spins = still is not null && project.Background is { Motion: Projects.Motion.Spin, Asset: not null } && layout.Card.IsRound;
        var record = spins ? await new RecordMaker(processes).MakeAsync(project, layout.Card, still!, cancellationToken).ConfigureAwait(false) : null;
        Backdrop Behind(Rows rows, double left, double width) => BehindOf(still, rows, left, width);

        var ink = InkOf(layout, palette, still);
        var visual = layout.Visual is { } place
            ? VisualTable.Create(project.Visual.Style, new VisualSpec(place, ink, FrameRates.Exact(project.Canvas.FrameRate), project.Visual.Glow)
            {
                Calm = project.Visual.Calm,
                BarWidth = project.Visual.BarWidth,
            })
            : null;
        var titles = layout.Titles.Select(t => (t, TitleLook.Choose(t.Title, Behind(t.Rows, t.Area.Left, t.Area.Width), still is null, palette))).ToList();
        List<TimedLayer> layers =
        [
            .. await new OverlayRasterizer(processes).DrawAsync(project, cancellationToken).ConfigureAwait(false),
            .. await new TitleRasterizer(processes).DrawAsync(titles, project, folder, cancellationToken).ConfigureAwait(false),
        ];
        var progress = layout.Progress is { } bar ? new ProgressBar(bar, Rgb.Parse(project.ProgressColor) is { } wanted ? YuvColor.FromRgb(wanted.Red, wanted.Green, wanted.Blue) : ink.At(0)) : null;
        var captions = await StartCaptionsAsync(layout, cancellationToken).ConfigureAwait(false);
        var composer = new FrameComposer(project, visual, progress, layers, captions, record);
        return new Stage(composer, still, visual is not null, open, captions);
    }

    /// <summary>The colors of the drawn sound.</summary>
    public async Task<Ink> FindInkAsync(CancellationToken cancellationToken)
    {
        var (layout, palette, still, _) = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return InkOf(layout, palette, still);
    }

    private async Task<(FrameLayout Layout, ArtPalette Palette, Frame? Still, Func<CancellationToken, IPictureSource> Open)> PrepareAsync(CancellationToken cancellationToken)
    {
        var source = new BackgroundChoice(processes, analyzer, project);
        var layout = FrameLayout.Find(project, source.HasCard);
        var reader = new ArtReader(processes, folder);
        var (palette, art) = source.IsArt
            ? await new StillBackground(processes).PaintWithPaletteAsync(project, layout, reader, folder, cancellationToken).ConfigureAwait(false)
            : (await reader.ReadAsync(project, cancellationToken).ConfigureAwait(false), (Frame?)null);
        var (still, open) = await source.PrepareAsync(layout, palette, art, cancellationToken).ConfigureAwait(false);
        return (layout, palette, still, open);
    }

    private Ink InkOf(FrameLayout layout, ArtPalette palette, Frame? still) => layout.Visual is { } zone
        ? Ink.Choose(project.Visual, palette, BehindOf(still, zone.Rows, zone.Left, zone.Width))
        : new Ink(Rgb.White, Rgb.White);

    private static Backdrop BehindOf(Frame? still, Rows rows, double left, double width) =>
        still is null ? Backdrop.Unknown : Backdrop.Measure(still, rows, (int)left, (int)width);

    private async Task<CaptionReel?> StartCaptionsAsync(FrameLayout layout, CancellationToken cancellationToken)
    {
        if (layout.Captions is not { } place || project.Captions is not { } captions)
        {
            return null;
        }

        var script = CaptionScript.Build(place.Fit(captions), project.Canvas, project.Duration, place.Anchor, place.Area is { } area ? (area.Left, area.Width) : null);
        script = await new CaptionFitter(processes, project.Canvas, place, folder).FitAsync(script, cancellationToken).ConfigureAwait(false);
        return await CaptionReel.StartAsync(processes, script, project.Canvas, place.Rows, folder, cancellationToken).ConfigureAwait(false);
    }
}
