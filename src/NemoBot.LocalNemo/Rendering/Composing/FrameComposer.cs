using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Titles;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Rendering.Composing;

/// <summary>Knows what lies over the background at every frame, and draws it.</summary>
internal sealed class FrameComposer(Project project, IReadOnlyList<TitleLayer> titles, ISoundVisual? visual)
{
    private readonly int _rate = project.Canvas.FrameRate;

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

    /// <summary>Waits for the sound that a frame shows.</summary>
    public Task ReachAsync(SampleWindow heard, long number) => heard.ReachAsync(SampleOf(number) + (visual?.Ahead ?? 0));

    /// <summary>Says what rows show at a frame, apart from the sound: while it stays the same they do not change.</summary>
    public string Describe(Rows rows, long number)
    {
        var seen = titles.Select((t, i) => (Index: i, Level: t.Picture.Rows.Meets(rows) ? LevelOf(t, number) : 0)).Where(t => t.Level > 0);
        return $"{FadeAt(number)}{string.Concat(seen.Select(t => $",{t.Index}={t.Level}"))}";
    }

    private long SampleOf(long number) => number * SoundCommand.Rate / _rate;

    private int LevelOf(TitleLayer title, long number) => title.LevelAt(TimeSpan.FromSeconds((double)number / _rate), project.Duration);

    private int FadeAt(long number)
    {
        var time = TimeSpan.FromSeconds((double)number / _rate);
        var up = project.FadeIn > TimeSpan.Zero ? time / project.FadeIn : 1;
        var down = project.FadeOut > TimeSpan.Zero ? (project.Duration - time) / project.FadeOut : 1;
        return (int)(256 * Math.Clamp(Math.Min(up, down), 0, 1));
    }
}
