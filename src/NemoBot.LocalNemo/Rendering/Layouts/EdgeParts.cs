using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Places the progress bar and the captions next to the drawn sound, or at the edges of the frame.</summary>
/// <param name="project">What is rendered.</param>
/// <param name="safe">Margins of the frame.</param>
/// <param name="visual">The drawn sound; null: none.</param>
/// <param name="gap">Between parts, in pixels.</param>
internal sealed class EdgeParts(Project project, SafeArea safe, VisualZone? visual, double gap)
{
    private readonly Canvas _canvas = project.Canvas;

    private bool IsRing => project.Visual.Style == VisualStyle.Circle;

    /// <summary>Far enough from the drawn sound for both to be encoded apart, where that looks right.</summary>
    private double Distance => 80 < _canvas.Height * 0.08 ? 80 : gap;

    public VisualZone? FindProgress()
    {
        if (!project.ProgressBar)
        {
            return null;
        }

        var height = Math.Max(4, (int)(Math.Min(_canvas.Width, _canvas.Height) * 0.008) & ~1);
        var width = visual is { } v && !IsRing ? v.Width : (int)(_canvas.Width - (2 * safe.Side)) & ~1;
        var top = visual is { } under && !IsRing && project.Visual.Place == VerticalPlace.Bottom
            ? Math.Min(under.Rows.Bottom + (int)gap, _canvas.Height - height - 2)
            : _canvas.Height - (int)safe.Bottom - height;
        return new VisualZone((_canvas.Width - width) / 2 & ~1, width, new Rows(top & ~1, height));
    }

    /// <param name="progress">The progress bar; null: none.</param>
    /// <param name="isAlone">There is nothing but them and the drawn sound.</param>
    public CaptionPlace? FindCaptions(VisualZone? progress, bool isAlone)
    {
        if (project.Captions is not { Lines.Count: > 0 } captions)
        {
            return null;
        }

        if (isAlone)
        {
            return CaptionColumn.Alone(_canvas, captions, new Rows((int)safe.Top, (int)(visual!.Rows.Top - Distance - safe.Top)));
        }

        var look = CaptionLook.Of(captions, _canvas);
        var edge = look.FontSize * 0.25;
        var height = FrameMath.Even((look.FontSize * look.MaxLines) + (2 * edge));
        var isTaken = visual is not null && !IsRing && project.Visual.Place == captions.Place;

        // A ring takes the middle.
        var place = IsRing && captions.Place == VerticalPlace.Middle ? VerticalPlace.Bottom : captions.Place;
        var top = place switch
        {
            VerticalPlace.Top => isTaken ? visual!.Rows.Bottom + Distance : safe.Top,
            VerticalPlace.Middle => isTaken ? visual!.Rows.Top - Distance - height : (_canvas.Height - height) / 2.0,
            _ when isTaken => visual!.Rows.Top - Distance - height,
            _ => (progress?.Rows.Top - gap ?? _canvas.Height - safe.Bottom) - height,
        };
        var rows = new Rows(FrameMath.Even(Math.Clamp(top, 0, Math.Max(0, _canvas.Height - height))) & ~1, height);
        return new CaptionPlace(rows, place switch
        {
            VerticalPlace.Top => rows.Top + edge,
            VerticalPlace.Middle => rows.Top + (height / 2.0),
            _ => rows.Bottom - edge,
        });
    }
}
