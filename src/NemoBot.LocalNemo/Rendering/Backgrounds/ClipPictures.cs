using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>
/// The clips' own pictures, one clip after the other, with fades and crossfades. Each clip gives exactly the frames of its place on the
/// timeline.
/// </summary>
internal sealed class ClipPictures(MediaProcesses processes, Project project, Scrim? scrim, CancellationToken cancellationToken) : IPictureSource
{
    private readonly Frame _other = new(project.Canvas.Width, project.Canvas.Height);
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly Dictionary<int, ClipReader> _open = [];
    private int _clip;
    private long _number;

    /// <summary>Reads the next frame of the timeline.</summary>
    public async Task NextAsync(Frame frame)
    {
        while (_clip + 1 < project.Clips.Count && _number >= FrameCount.Of(EndOf(_clip), project.Canvas.FrameRate))
        {
            await CloseAsync(_clip++).ConfigureAwait(false);
        }

        await DrawAsync(_clip, frame).ConfigureAwait(false);
        var next = _clip + 1;
        if (next < project.Clips.Count && _number >= FrameCount.Of(project.StartOf(next), project.Canvas.FrameRate))
        {
            await DrawAsync(next, _other).ConfigureAwait(false);
            var part = (TimeSpan.FromSeconds(_number / _rate) - project.StartOf(next)) / project.CrossfadeInto(next);
            FrameMath.Mix(frame, _other, (int)(256 * Math.Clamp(part, 0, 1)));
        }

        _number++;
        scrim?.Draw(frame);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var index in _open.Keys.ToList())
        {
            await CloseAsync(index).ConfigureAwait(false);
        }
    }

    private TimeSpan EndOf(int clip) => project.StartOf(clip) + project.Clips[clip].Duration;

    private async Task DrawAsync(int index, Frame frame)
    {
        var clip = project.Clips[index];
        if (!_open.TryGetValue(index, out var reader))
        {
            _open[index] = reader = new ClipReader(processes, project.Canvas, project.Background, clip, cancellationToken);
        }

        await reader.NextAsync(frame).ConfigureAwait(false);
        var time = TimeSpan.FromSeconds(_number / _rate) - project.StartOf(index);
        var up = clip.FadeIn > TimeSpan.Zero ? time / clip.FadeIn : 1;
        var down = clip.FadeOut > TimeSpan.Zero ? (clip.Duration - time) / clip.FadeOut : 1;
        frame.Dim(frame.All, (int)(256 * Math.Clamp(Math.Min(up, down), 0, 1)));
    }

    private async Task CloseAsync(int index)
    {
        if (_open.Remove(index, out var reader))
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }
}
