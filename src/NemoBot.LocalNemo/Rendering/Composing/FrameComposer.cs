using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Records;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Subtitles;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Composing;

/// <summary>Knows what is seen over the background in every frame, and draws it.</summary>
/// <param name="project">What is rendered.</param>
/// <param name="visual">The drawn sound; null: none.</param>
/// <param name="progress">Null: none.</param>
/// <param name="layers">Titles and logos, later ones on top.</param>
/// <param name="captions">Null: none.</param>
/// <param name="record">Art that turns; null: none.</param>
internal sealed class FrameComposer(
    Project project, ISoundVisual? visual, ProgressBar? progress, IReadOnlyList<TimedLayer> layers, CaptionReel? captions, Record? record)
{
    private readonly double _rate = FrameRates.Exact(project.Canvas.FrameRate);
    private readonly TimeSpan _duration = project.Duration;

    public long Count { get; } = Math.Max(1, FrameCount.Of(project.Duration, project.Canvas.FrameRate));

    /// <summary>Rows that change with every frame; null: none.</summary>
    public Rows? Moving => new[] { visual?.Rows, progress?.Rows, record?.Rows }.OfType<Rows>().ToList() is [var first, .. var others] ? others.Aggregate(first, (all, rows) => all.With(rows)) : null;

    /// <summary>Rows that change a few times a second at most; null: none.</summary>
    public Rows? Changing => captions?.Rows;

    /// <summary>Lays everything over the background that is in these rows of the frame.</summary>
    /// <param name="frame">Holds the background.</param>
    /// <param name="rows">Which rows; others stay as they are.</param>
    /// <param name="number">The frame's number; <see cref="ReachAsync"/> comes first.</param>
    /// <param name="heard">The sound, if these rows show it.</param>
    public void Draw(Frame frame, Rows rows, long number, SampleWindow? heard)
    {
        if (record is not null && record.Rows.Meets(rows))
        {
            record.Draw(frame, TimeOf(number));
        }

        if (heard is not null && project.Visual.IsSeenAt(TimeOf(number)))
        {
            visual?.Draw(frame, heard, SampleOf(number));
        }

        if (progress is not null && progress.Rows.Meets(rows))
        {
            progress.Draw(frame, (number + 1.0) / Count);
        }

        foreach (var layer in layers)
        {
            var level = LevelOf(layer, number);
            if (level > 0 && layer.Picture.Rows.Meets(rows))
            {
                layer.Picture.Blend(frame, rows, level);
            }
        }

        if (captions is not null && captions.Rows.Meets(rows))
        {
            captions.Draw(frame, rows, TimeOf(number));
        }

        frame.Dim(rows, FadeAt(number));
    }

    /// <summary>Waits for the sound and the captions that some rows of a frame show.</summary>
    public async Task ReachAsync(SampleWindow? heard, Rows rows, long number)
    {
        if (heard is not null && visual is not null)
        {
            await heard.ReachAsync(SampleOf(number) + visual.Ahead).ConfigureAwait(false);
        }

        if (captions is not null && captions.Rows.Meets(rows))
        {
            await captions.ReachAsync(TimeOf(number)).ConfigureAwait(false);
        }
    }

    /// <summary>Names what rows show in a frame, apart from what always moves: while the name is the same they do not change.</summary>
    public string Describe(Rows rows, long number)
    {
        var seen = layers.Select((t, i) => (Index: i, Level: t.Picture.Rows.Meets(rows) ? LevelOf(t, number) : 0)).Where(t => t.Level > 0);
        var caption = captions is not null && captions.Rows.Meets(rows) ? captions.IndexAt(TimeOf(number)) : -1;
        return $"{FadeAt(number)}/{caption}{string.Concat(seen.Select(t => $",{t.Index}={t.Level}"))}";
    }

    private TimeSpan TimeOf(long number) => TimeSpan.FromSeconds(number / _rate);

    private long SampleOf(long number) => (long)(number * SoundFormat.Rate / _rate);

    private int LevelOf(TimedLayer layer, long number) => layer.LevelAt(TimeOf(number), _duration);

    private int FadeAt(long number)
    {
        var time = TimeOf(number);
        var up = project.FadeIn > TimeSpan.Zero ? time / project.FadeIn : 1;
        var down = project.FadeOut > TimeSpan.Zero ? (_duration - time) / project.FadeOut : 1;
        return (int)(256 * Math.Clamp(Math.Min(up, down), 0, 1));
    }
}
