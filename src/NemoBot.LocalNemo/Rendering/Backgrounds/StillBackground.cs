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
        var frame = new Frame(project.Canvas.Width, project.Canvas.Height);
        var background = project.Background;
        if (background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset: { } asset } && asset.Facts.Width > 0)
        {
            var fit = FitChoice.Of(project);
            var graph = new PictureGraph(project.Canvas, GroundOf(palette), background.Focus).Describe(fit, layout.Card, !palette.IsTransparent);
            await new PictureLoader(processes).ReadAsync(asset, background.Look, graph, frame, cancellationToken).ConfigureAwait(false);
            if (fit == PictureFit.Crop && layout.Visual is { } visual && !IsPale(frame, visual))
            {
                new Scrim(frame.Height, visual.Rows).Draw(frame);
            }
        }
        else if (background.Kind == BackgroundKind.Color)
        {
            frame.Fill(YuvColor.Parse(background.Color));
        }
        else
        {
            Gradient.Paint(frame, YuvColor.Parse(background.Color), YuvColor.Parse(background.SecondColor ?? "#0f766e"));
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
