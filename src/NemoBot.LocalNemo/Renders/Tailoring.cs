using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>Makes a project as long and as large as a render wants it: previews and animated pictures are short and small.</summary>
internal static class Tailoring
{
    private const int PreviewSide = 480;
    private const int GifSide = 360;
    private const double GifRate = 12.5;
    private static readonly TimeSpan PreviewLength = TimeSpan.FromSeconds(10);

    /// <summary>The project as it is rendered.</summary>
    public static Project Fit(Project project, RenderRecord render)
    {
        var canvas = project.Canvas;
        var variant = OutputVariant.Read(render.Variant);
        project = variant?.Part is { } part ? Cut(project, part) : project;
        var ratio = variant?.Ratio;
        canvas = ratio is null ? canvas : CanvasSizes.Of(ratio.Value, Math.Min(canvas.Width, canvas.Height), canvas.FrameRate);
        project = project with { Output = project.Output with { Format = render.Format } };
        canvas = render.ShortSide > 0 ? Scale(canvas, render.ShortSide) : canvas;
        canvas = render.FrameRate > 0 ? canvas with { FrameRate = render.FrameRate } : canvas;
        if (render.IsPreview)
        {
            canvas = Scale(canvas, Math.Min(PreviewSide, Math.Min(canvas.Width, canvas.Height)));
            project = Shorten(project, PreviewLength) with { Output = project.Output with { MaxBytes = null } };
        }

        if (render.Format == OutputFormat.Gif)
        {
            canvas = Scale(canvas, Math.Min(GifSide, Math.Min(canvas.Width, canvas.Height))) with { FrameRate = Math.Min(GifRate, canvas.FrameRate) };
            project = Shorten(project, OutputFormats.LongestGif);
        }

        return project with { Canvas = canvas };
    }

    private static Project Shorten(Project project, TimeSpan most) => project.Duration <= most ? project : Cut(project, new VideoPart(TimeSpan.Zero, most));

    private static Project Cut(Project project, VideoPart part)
    {
        // The pace of slides is that of the whole: they are cut, not timed again.
        List<Slide> slides = [.. project.Slides.Where(s => s.Start < part.To && s.Start + s.Length > part.From).Select(s => Cut(s, part))];
        return (project.Clips.Count > 0 ? Timing.Keep(project, part.From, part.To) : project) with { Slides = slides };
    }

    private static Slide Cut(Slide slide, VideoPart part)
    {
        var (start, end) = (slide.Start > part.From ? slide.Start : part.From, slide.Start + slide.Length < part.To ? slide.Start + slide.Length : part.To);
        return slide with { Start = start - part.From, Length = end - start };
    }

    private static Canvas Scale(Canvas canvas, int shortSide)
    {
        var scale = shortSide / (double)Math.Min(canvas.Width, canvas.Height);
        return canvas with { Width = (int)Math.Round(canvas.Width * scale / 2) * 2, Height = (int)Math.Round(canvas.Height * scale / 2) * 2 };
    }
}
