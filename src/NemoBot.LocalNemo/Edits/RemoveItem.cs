using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes a clip or picture away. Numbers count from 1; -1 is the last.</summary>
/// <param name="Kind">What is removed.</param>
/// <param name="Number">Its number; null: all of them.</param>
internal sealed record RemoveItem(ItemKind Kind, int? Number = null) : Edit
{
    public override string Tool => "remove_item";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Kind == ItemKind.Slide)
        {
            var slides = Number is { } slide ? Items.Remove(context, Items.Pictures(project), slide) : [];
            return project with { Slides = slides, SlideTiming = slides.Count == 0 ? null : project.SlideTiming };
        }

        var clips = Items.Remove(context, project.Clips, Number ?? 1);
        if (clips.Count > 0)
        {
            return project with { Clips = clips };
        }

        context.Note("clip.last");
        return project;
    }
}
