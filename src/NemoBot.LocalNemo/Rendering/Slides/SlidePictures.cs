using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Slides;

/// <summary>A slideshow: each slide in its time, in motion, the next one faded in over it. A gap holds the slide before.</summary>
internal sealed class SlidePictures(Project project, Func<Slide, SlideReader> open, BeatMap? beats, Scrim? scrim) : IPictureSource
{
    private readonly Frame _other = new(project.Canvas.Width, project.Canvas.Height);
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly IReadOnlyList<Slide> _slides = [.. project.Slides.OrderBy(s => s.Start)];
    private readonly Dictionary<int, SlideReader> _open = [];
    private int _index;
    private long _number;

    public async Task NextAsync(Frame frame)
    {
        var time = TimeSpan.FromSeconds(_number++ / _rate);
        while (_index + 1 < _slides.Count && time >= _slides[_index + 1].Start + FadeInto(_index + 1))
        {
            await CloseAsync(_index++).ConfigureAwait(false);
        }

        await DrawAsync(_index, time, frame).ConfigureAwait(false);
        var next = _index + 1;
        if (next < _slides.Count && time >= _slides[next].Start)
        {
            await DrawAsync(next, time, _other).ConfigureAwait(false);
            FrameMath.Mix(frame, _other, (int)(256 * Math.Clamp((time - _slides[next].Start) / FadeInto(next), 0, 1)));
        }

        scrim?.Draw(frame);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var index in _open.Keys.ToList())
        {
            await CloseAsync(index).ConfigureAwait(false);
        }
    }

    private TimeSpan FadeInto(int index)
    {
        var most = (_slides[index].Length < _slides[index - 1].Length ? _slides[index].Length : _slides[index - 1].Length) / 2;
        return _slides[index].Crossfade < most ? _slides[index].Crossfade : most;
    }

    private async Task DrawAsync(int index, TimeSpan time, Frame frame)
    {
        if (!_open.TryGetValue(index, out var reader))
        {
            _open[index] = reader = open(_slides[index]);
        }

        var slide = _slides[index];
        var until = index + 1 < _slides.Count ? _slides[index + 1].Start + FadeInto(index + 1) : project.Duration;
        var part = Math.Clamp((time - slide.Start) / (until - slide.Start), 0, 1);
        await reader.DrawAsync(frame, Camera.At(slide.Motion, part, beats?.PulseAt(time) ?? 0)).ConfigureAwait(false);
    }

    private async Task CloseAsync(int index)
    {
        if (_open.Remove(index, out var reader))
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }
}
