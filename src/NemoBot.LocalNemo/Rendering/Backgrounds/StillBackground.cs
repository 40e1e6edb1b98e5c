using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Paints a background that does not move: once, as one frame.</summary>
internal sealed class StillBackground(MediaProcesses processes)
{
    private const double Pale = 9;

    /// <param name="project">What is rendered.</param>
    /// <param name="layout">Where a card goes.</param>
    /// <param name="palette">Of the art.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Frame> PaintAsync(Project project, FrameLayout layout, ArtPalette palette, CancellationToken cancellationToken)
    {
        if (project.Background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset.Facts.Width: > 0 })
        {
            return await PaintArtAsync(project, layout, GroundOf(palette), !palette.IsTransparent, [], cancellationToken).ConfigureAwait(false);
        }

        var (frame, background) = (new Frame(project.Canvas.Width, project.Canvas.Height), project.Background);
        if (background.Kind == BackgroundKind.Color)
        {
            frame.Fill(YuvColor.Parse(background.Color));
        }
        else
        {
            Gradient.Paint(frame, YuvColor.Parse(background.Color), YuvColor.Parse(background.SecondColor ?? "#0f766e"));
        }

        return frame;
    }

    /// <summary>Paints the art and looks at its colors in one go: large pictures take long to decode.</summary>
    /// <param name="project">Its background is the art.</param>
    /// <param name="layout">Where a card goes.</param>
    /// <param name="reader">Looks at the colors.</param>
    /// <param name="folder">For scratch files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(ArtPalette Palette, Frame Frame)> PaintWithPaletteAsync(Project project, FrameLayout layout, ArtReader reader, string folder, CancellationToken cancellationToken)
    {
        var colors = Path.Combine(folder, "art.rgba");
        var outputs = reader.Outputs(project.Background.Asset!, project, FfmpegArguments.FileName(colors));
        var frame = await PaintArtAsync(project, layout, Rgb.Black, blurs: true, outputs, cancellationToken).ConfigureAwait(false);
        var palette = ArtReader.Judge(await File.ReadAllBytesAsync(colors, cancellationToken).ConfigureAwait(false));

        // Hardly any art is see-through: what shows through it depends on its colors.
        return (palette, palette.IsTransparent ? await PaintAsync(project, layout, palette, cancellationToken).ConfigureAwait(false) : frame);
    }

    private async Task<Frame> PaintArtAsync(Project project, FrameLayout layout, Rgb ground, bool blurs, IReadOnlyList<string> outputs, CancellationToken cancellationToken)
    {
        var frame = new Frame(project.Canvas.Width, project.Canvas.Height);
        var (background, fit) = (project.Background, FitChoice.Of(project));
        var graph = new PictureGraph(project.Canvas, ground, background.Focus).Describe(fit, layout.Card, blurs);
        await new PictureLoader(processes).ReadAsync(background.Asset!, background.Look, graph, frame, outputs, cancellationToken).ConfigureAwait(false);
        if (fit == PictureFit.Crop && layout.Visual is { } visual && !IsPale(frame, visual))
        {
            new Scrim(frame.Height, visual.Rows).Draw(frame);
        }

        return frame;
    }

    /// <summary>On white paper dark bars stand out by themselves; a shade would only make it grey.</summary>
    private static bool IsPale(Frame frame, VisualZone visual) =>
        Backdrop.Measure(frame, visual.Rows, visual.Left, visual.Width).ContrastOf(Rgb.Black.Luminance) >= Pale;

    /// <summary>Black bars beside a picture that fills no more; behind a see-through one whatever makes it stand out.</summary>
    private static Rgb GroundOf(ArtPalette palette) =>
        !palette.IsTransparent ? Rgb.Black
        : palette.Mean.Luminance < 0.25 ? new Rgb(243, 244, 246)
        : Rgb.Ink;
}
