using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Keeps the most lively part: the chorus of a song, or the best stretch of a given length.</summary>
/// <param name="Length">How long; null: the whole section.</param>
internal sealed record KeepHighlight(TimeSpan? Length = null) : Edit
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>A section of a few seconds is no part that somebody would post.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(8);

    public override string Tool => "trim";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (project.Clips.Count == 0 || Length >= project.Duration)
        {
            context.Note("highlight.short", project.Duration);
            return project;
        }

        return await FindAsync(context, Length, cancellationToken) is { } part ? Timing.Keep(project, part.From, part.To)
            : Length is { } length ? Timing.Keep(project, TimeSpan.Zero, length) : project;
    }

    /// <summary>Finds the part and tells it; null if nothing can be heard.</summary>
    public static async Task<VideoPart?> FindAsync(EditContext context, TimeSpan? wanted, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (context.Tools.Sound is not { } sound || project.Clips[0].Asset.Facts is { HasAudio: false })
        {
            context.Note("highlight.cannot");
            return null;
        }

        var main = project.Voice ?? project.Clips[0];
        var part = Choose(await sound.AnalyzeMusicAsync(main.Asset, cancellationToken), main, project.Duration, wanted);
        context.Note("highlight.is", part.From, part.To);
        return part;
    }

    private static VideoPart Choose(MusicAnalysis analysis, Clip main, TimeSpan total, TimeSpan? wanted)
    {
        var loudest = analysis.Sections.Where(s => s.End > main.From && s.Start < main.From + main.Length).MaxBy(s => s.Energy);
        var start = loudest is null ? TimeSpan.Zero : (loudest.Start - main.From) / main.Speed;
        var section = loudest is null ? Longest : (loudest.End - loudest.Start) / main.Speed;
        var length = wanted ?? (section < Shortest ? Shortest : section);
        length = length < total ? length : total;
        start = start < TimeSpan.Zero ? TimeSpan.Zero : start + length > total ? total - length : start;
        return new VideoPart(start, start + length);
    }
}
