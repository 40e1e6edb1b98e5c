using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Cuts out the pauses of the main sound; captions, titles and pictures follow.</summary>
internal sealed record RemoveSilence : Edit
{
    /// <summary>What lies within this of an end of the video begins or ends there.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(0.2);

    /// <summary>Where pauses are cut out; null: everywhere.</summary>
    public PausePlace? Place { get; init; }

    /// <summary>Pauses shorter than this stay.</summary>
    public TimeSpan? MinLength { get; init; }

    /// <summary>What counts as silence, in dB below full scale (negative).</summary>
    public double? Threshold { get; init; }

    /// <summary>How much of a pause stays beside the sound.</summary>
    public TimeSpan? Padding { get; init; }

    public override string Tool => "remove_silence";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (context.Tools.Sound is not { } sound)
        {
            context.Note("silence.cannot");
            return project;
        }

        var usual = new SilenceOptions();
        var options = usual with { MinLength = MinLength ?? usual.MinLength, ThresholdDb = Threshold, Padding = Padding ?? usual.Padding };
        var pauses = new List<(TimeSpan From, TimeSpan To)>();
        for (var i = 0; i < project.Clips.Count; i++)
        {
            var clip = project.Clips[i];
            if (clip.Asset.Facts.HasAudio && !clip.Reversed)
            {
                pauses.AddRange((await sound.FindSilencesAsync(clip.Asset, options, cancellationToken)).Select(r => OnTimeline(project, i, r)).Where(p => p.To > p.From));
            }
        }

        pauses.RemoveAll(p => !IsMeant(p, project.Duration));
        if (pauses.Count == 0)
        {
            context.Note(Place is null ? "silence.none" : "silence.none-there");
            return project;
        }

        return Cutting.Keep(context, Timing.Complement(pauses, project.Duration));
    }

    private bool IsMeant((TimeSpan From, TimeSpan To) pause, TimeSpan end) => Place is null
        || (Place is PausePlace.Start or PausePlace.Ends && pause.From <= Margin)
        || (Place is PausePlace.End or PausePlace.Ends && pause.To >= end - Margin);

    private static (TimeSpan From, TimeSpan To) OnTimeline(Project project, int index, TimeRange range)
    {
        var clip = project.Clips[index];
        var (from, to) = (Limit((range.Start - clip.From) / clip.Speed, clip.Duration), Limit((range.End - clip.From) / clip.Speed, clip.Duration));
        return (project.StartOf(index) + from, project.StartOf(index) + to);
    }

    private static TimeSpan Limit(TimeSpan time, TimeSpan most) => time < TimeSpan.Zero ? TimeSpan.Zero : time > most ? most : time;
}
