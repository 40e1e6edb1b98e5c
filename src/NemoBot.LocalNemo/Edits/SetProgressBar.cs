using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shows or hides the progress bar.</summary>
/// <param name="On">Shows it.</param>
internal sealed record SetProgressBar(bool On) : Edit
{
    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    public override string Tool => "set_progress_bar";

    protected override Project Apply(EditContext context) => context.Project with
    {
        ProgressBar = On,
        ProgressColor = !On ? ColorChoice.Auto : Color ?? context.Project.ProgressColor,
    };
}
