using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Slides;

/// <summary>One slide: a picture that is decoded once, or a video that plays silently and repeats.</summary>
/// <param name="processes">Starts FFmpeg.</param>
/// <param name="project">What is rendered.</param>
/// <param name="slide">Which picture.</param>
/// <param name="free">Where titles and the drawn sound leave the most room.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class SlideReader(MediaProcesses processes, Project project, Slide slide, CardZone free, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Frame _picture = new(project.Canvas.Width, project.Canvas.Height);
    private readonly ZoomPainter _painter = new(project.Canvas.Width, project.Canvas.Height);
    private ClipReader? _video;
    private bool _isOpen;

    public async Task DrawAsync(Frame frame, View view)
    {
        if (!_isOpen)
        {
            _isOpen = true;
            await OpenAsync().ConfigureAwait(false);
        }

        if (_video is not null)
        {
            await _video.NextAsync(_picture).ConfigureAwait(false);
        }

        _painter.Draw(_picture, frame, view);
    }

    public ValueTask DisposeAsync() => _video?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task OpenAsync()
    {
        var canvas = project.Canvas;
        if (slide.Asset.Facts.HasVideo)
        {
            var clip = new Clip(slide.Asset, TimeSpan.Zero, project.Duration) { Loops = true };
            _video = new ClipReader(processes, canvas, project.Background, clip, cancellationToken);
            return;
        }

        var fit = FitChoice.OfSlide(project, slide.Asset);
        var graph = new PictureGraph(canvas, Rgb.Black, project.Background.Focus).Describe(fit, free, blurs: true);
        await new PictureLoader(processes).ReadAsync(slide.Asset, project.Background.Look, graph, _picture, [], cancellationToken).ConfigureAwait(false);
    }
}
