using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Sizing;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How large the finished file may be.</summary>
internal sealed record SetFileSize : Edit
{
    private static readonly int[] Sides = [720, 480, 360];

    /// <summary>Megabytes that it stays below; 0: without a limit.</summary>
    public double? Megabytes { get; init; }

    /// <summary>Smaller than it is, by one step.</summary>
    public bool? Smaller { get; init; }

    public override string Tool => "set_file_size";

    protected override Project Apply(EditContext context) =>
        Megabytes is <= 0 ? context.Project with { Output = context.Project.Output with { MaxBytes = null } }
        : Megabytes is { } megabytes ? Bound(context, SizeText.BytesOf(Math.Min(megabytes, 1e6)))
        : Smaller is true ? Shrink(context) : context.Project;

    private static Project Bound(EditContext context, long bytes)
    {
        var project = context.Project;
        if (project.Duration > TimeSpan.Zero && !OutputFormats.IsCaptionFile(project.Output.Format) && SizePlan.Find(project, bytes) is null)
        {
            context.Note("size.impossible", project.Duration, SizeText.Of(bytes), SizeText.Of(SizePlan.Least(project)));
            return project;
        }

        return project with { Output = project.Output with { MaxBytes = bytes } };
    }

    /// <summary>A file with a limit gets a lower one, sound without one gets half of its usual size, a picture gets smaller.</summary>
    private static Project Shrink(EditContext context)
    {
        var project = context.Project;
        if (project.Output.MaxBytes is { } most)
        {
            return Bound(context, most * 2 / 3);
        }

        if (OutputFormats.IsSound(project.Output.Format))
        {
            return Bound(context, (long)(SizePlan.Usual / 8.0 * project.Duration.TotalSeconds / 2));
        }

        var side = Math.Min(project.Canvas.Width, project.Canvas.Height);
        if (Array.Find(Sides, s => s < side) is not (> 0 and var smaller))
        {
            context.Note("size.smallest");
            return project;
        }

        context.Note("size.exact");
        return project with { Canvas = CanvasSizes.Of(project.Canvas.Width / (double)project.Canvas.Height, smaller, project.Canvas.FrameRate) };
    }
}
