using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Plays the main material backwards, or forwards again.</summary>
internal sealed record Reverse : Edit
{
    public override string Tool => "reverse_clip";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        return project with { Clips = [.. project.Clips.Reverse().Select(c => c with { Reversed = !c.Reversed })] };
    }
}
