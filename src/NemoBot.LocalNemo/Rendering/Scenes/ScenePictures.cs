using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>The moving pictures of a music video, frame by frame.</summary>
/// <param name="project">What is rendered.</param>
/// <param name="shots">In order, without gaps.</param>
/// <param name="beats">Of the song.</param>
/// <param name="wide">The art as a card; null: there is none.</param>
/// <param name="close">The art filling the frame; null: there is none.</param>
internal sealed class ScenePictures(Project project, IReadOnlyList<Shot> shots, BeatMap beats, Frame? wide, Frame? close) : IPictureSource
{
    /// <summary>How much faster, right at a kick.</summary>
    private const double KickSpeed = 1.5;
    private readonly ScenePainter _painter = new(new SoftCanvas(project.Canvas.Width, project.Canvas.Height));
    private readonly ZoomPainter _zoom = new(project.Canvas.Width, project.Canvas.Height);
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly Frame _light = Lit(project.Canvas);
    private long _number;
    private int _shot;
    private double _moved;

    public Task NextAsync(Frame frame)
    {
        var time = TimeSpan.FromSeconds(_number++ / _rate);
        while (_shot + 1 < shots.Count && time >= shots[_shot].End)
        {
            _shot++;
        }

        var shot = shots[_shot];
        var pulse = beats.PulseAt(time) * (0.35 + (0.65 * shot.Section.Energy));

        // The louder the part, the faster everything moves, and after a kick for a moment: a jump there and back is what no encoder can follow.
        _moved += shot.Speed * (0.5 + (1.6 * shot.Section.Energy)) * (1 + (KickSpeed * pulse)) / _rate;
        if (shot.Style == SceneStyle.Art && wide is not null && close is not null)
        {
            DrawArt(frame, shot, time, pulse);
        }
        else
        {
            _painter.Draw(frame, shot, _moved, pulse);
            Dots.Draw(frame, shot, _moved, pulse);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Frame Lit(Canvas canvas)
    {
        var frame = new Frame(canvas.Width, canvas.Height);
        frame.Fill(new YuvColor(235, 128, 128));
        return frame;
    }

    private void DrawArt(Frame frame, Shot shot, TimeSpan time, double pulse)
    {
        var part = Math.Clamp((time - shot.Start) / (shot.End - shot.Start), 0, 1);
        var isClose = shot.Pick(1) < 0.35 + (0.2 * shot.Section.Energy);
        var grows = shot.Pick(2) < 0.5 ? part : 1 - part;
        var zoom = (isClose ? 1.12 + (0.22 * grows) : 1.002 + (0.07 * grows)) + (0.012 * pulse);
        var view = new View(zoom, isClose ? shot.Pick(3) + ((shot.Pick(5) - 0.5) * part) : 0.5, isClose ? shot.Pick(4) : 0.5);
        _zoom.Draw(isClose ? close! : wide!, frame, view);
        frame.Dim(frame.All, (int)(256 * (0.8 + (0.2 * shot.Section.Energy))));
        FrameMath.Mix(frame, _light, (int)(22 * pulse));
        Dots.Draw(frame, shot, _moved, pulse);
    }
}
