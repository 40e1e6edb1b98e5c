using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>A still background under a slowly moving camera, or one that pulses with the beat.</summary>
internal sealed class MotionPictures(Project project, Frame still, BeatMap? beats) : IPictureSource
{
    private readonly ZoomPainter _painter = new(project.Canvas.Width, project.Canvas.Height);
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly TimeSpan _duration = project.Duration;
    private long _number;

    public Task NextAsync(Frame frame)
    {
        var time = TimeSpan.FromSeconds(_number++ / _rate);
        _painter.Draw(still, frame, Camera.At(project.Background.Motion, time / _duration, beats?.PulseAt(time) ?? 0));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
