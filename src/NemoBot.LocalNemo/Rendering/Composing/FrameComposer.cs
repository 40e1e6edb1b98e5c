using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Titles;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Rendering.Composing;

/// <summary>Knows what lies over the background at every frame, and draws it.</summary>
internal sealed class FrameComposer(Project project, IReadOnlyList<TitleLayer> titles, ISoundVisual? visual)
{
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly TimeSpan _duration = project.Duration;

    public long Count { get; } = Math.Max(1, FrameCount.Of(project.Duration, project.Canvas.FrameRate));

    public ISoundVisual? Visual => visual;

    /// <summary>Lays everything over the background that is in these rows of the frame.</summary>
    /// <param name="frame">Holds the background.</param>
    /// <param name="rows">Which rows; others stay as they are.</param>
    /// <param name="number">The frame's number.</param>
    /// <param name="heard">The sound, if these rows show it.</param>
    public void Draw(Frame frame, Rows rows, long number, SampleWindow? heard)
    {
        if (heard is not null)
        {
            visual?.Draw(frame, heard, SampleOf(number));
        }

        foreach (var title in titles)
        {
            var level = LevelOf(title, number);
            if (level > 0 && title.Picture.Rows.Meets(rows))
            {
                title.Picture.Blend(frame, rows, level);
            }
        }

        frame.Dim(rows, FadeAt(number));
    }

    /// <summary>The widest stretch of rows that stays free of the drawn sound and of titles above and below.</summary>
    public Rows FindFree()
    {
        var (height, middle) = (project.Canvas.Height, project.Canvas.Height / 2);
        List<Rows> taken = [.. titles.Where(t => t.Title.Place != VerticalPlace.Middle).Select(t => t.Picture.Rows), new(0, 0), new(height, 0)];
        if (visual is not null && project.Visual.Place != VerticalPlace.Middle)
        {
            taken.Add(visual.Rows);
        }

        var top = taken.Where(r => r.Top + (r.Height / 2) < middle).Max(r => r.Bottom);
        var bottom = taken.Where(r => r.Top + (r.Height / 2) >= middle).Min(r => r.Top);
        return bottom - top > height / 5 ? new Rows(top, bottom - top) : new Rows(height / 4, height / 2);
    }

    /// <summary>Waits for the sound that a frame shows.</summary>
    public Task ReachAsync(SampleWindow heard, long number) => heard.ReachAsync(SampleOf(number) + (visual?.Ahead ?? 0));

    /// <summary>Says what rows show at a frame, apart from the sound: while it stays the same they do not change.</summary>
    public string Describe(Rows rows, long number)
    {
        var seen = titles.Select((t, i) => (Index: i, Level: t.Picture.Rows.Meets(rows) ? LevelOf(t, number) : 0)).Where(t => t.Level > 0);
        return $"{FadeAt(number)}{string.Concat(seen.Select(t => $",{t.Index}={t.Level}"))}";
    }

    private long SampleOf(long number) => (long)(number * SoundCommand.Rate / _rate);

    private int LevelOf(TitleLayer title, long number) => title.LevelAt(TimeSpan.FromSeconds(number / _rate), _duration);

    private int FadeAt(long number)
    {
        var time = TimeSpan.FromSeconds(number / _rate);
        var up = project.FadeIn > TimeSpan.Zero ? time / project.FadeIn : 1;
        var down = project.FadeOut > TimeSpan.Zero ? (_duration - time) / project.FadeOut : 1;
        return (int)(256 * Math.Clamp(Math.Min(up, down), 0, 1));
    }
}
