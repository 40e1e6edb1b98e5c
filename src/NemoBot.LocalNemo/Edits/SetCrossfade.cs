using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Crossfades between clips or pictures.</summary>
/// <param name="Length">Zero: hard cuts.</param>
internal sealed record SetCrossfade(TimeSpan Length) : Edit
{
    public override string Tool => "set_transition";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Slides.Count > 1)
        {
            return project with { Slides = [.. project.Slides.Select(s => s with { Crossfade = Length })] };
        }

        if (project.Clips.Count < 2)
        {
            context.Note("crossfade.one");
            return project;
        }

        return project with { Clips = [.. project.Clips.Select((c, i) => i == 0 ? c : c with { Crossfade = Length })] };
    }
}
