using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How pictures fill the frame and move. What is null stays.</summary>
internal sealed record SetPicture : Edit
{
    /// <summary>How they fill the frame.</summary>
    public PictureFit? Fit { get; init; }

    /// <summary>How they move.</summary>
    public Motion? Motion { get; init; }

    public override string Tool => "set_layout";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (!Backgrounds.HasPicture(context))
        {
            return project;
        }

        return project with
        {
            Background = project.Background with { Fit = Fit ?? project.Background.Fit, Motion = Motion ?? project.Background.Motion },
            Slides = Motion is { } motion ? [.. project.Slides.Select((s, i) => s with { Motion = Alternate(motion, i) })] : project.Slides,
        };
    }

    /// <summary>Neighbouring slides zoom in opposite directions.</summary>
    private static Motion Alternate(Motion motion, int index) =>
        motion == Projects.Motion.ZoomIn && index % 2 == 1 ? Projects.Motion.ZoomOut : motion;
}
