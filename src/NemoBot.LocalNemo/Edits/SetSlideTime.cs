using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How long one picture of the slideshow is shown, or when; the others share the rest.</summary>
/// <param name="Number">The picture, counted from 1; -1 is the last.</param>
internal sealed record SetSlideTime(int Number) : Edit
{
    /// <summary>When it appears: the pictures before it share the time until then.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>When the next one follows.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>How long it is shown.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Multiplies how long it is shown now.</summary>
    public double? Factor { get; init; }

    public override string Tool => "set_slide_timing";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        // Pictures that came with this message, and times that it named, have no places yet.
        var project = await SlidePlan.ApplyAsync(context, context.Project, cancellationToken);
        var pictures = Items.Pictures(project).ToList();
        if (pictures.Count == 0 || project.SlideTiming is not { } timing)
        {
            context.Note("slides.none");
            return project;
        }

        if (timing.Pace == SlidePace.OnBeats)
        {
            context.Note("slides.onbeat");
            return project;
        }

        if (Items.Index(pictures.Count, Number) is not { } index)
        {
            context.Note("items.count", pictures.Count);
            return project;
        }

        return Time(context, project, timing, pictures, index);
    }

    private Project Time(EditContext context, Project project, SlideTiming timing, List<Slide> pictures, int index)
    {
        if (From > TimeSpan.Zero && index == 0)
        {
            context.Note("slides.first");
            return project;
        }

        for (var i = 0; i < index && From is { } start; i++)
        {
            pictures[i] = pictures[i] with { OwnLength = start / index };
        }

        var shown = pictures[index];
        var length = Length ?? (To is { } end ? end - (From ?? shown.Start) : Factor is { } factor ? shown.Length * factor : shown.OwnLength);
        pictures[index] = shown with { OwnLength = length < SlidePlan.Shortest ? SlidePlan.Shortest : length };
        return Fit(context, project with { Slides = pictures }, timing);
    }

    /// <summary>Pictures that are shown for a fixed time share what is left once one of them would no longer be seen.</summary>
    private static Project Fit(EditContext context, Project changed, SlideTiming timing)
    {
        var total = SlidePlan.LengthUnder(changed);
        if (total == TimeSpan.Zero)
        {
            return changed;
        }

        if (SlidePlan.Sum(changed.Slides, SlidePlan.Shortest) > total)
        {
            context.Note("slides.noroom", total);
            return context.Project;
        }

        var overflows = timing.Pace == SlidePace.Every && SlidePlan.Sum(changed.Slides, timing.Length) > total;
        return overflows ? changed with { SlideTiming = SlideTiming.Even } : changed;
    }
}
