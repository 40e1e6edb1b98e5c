using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Moves the sound against the picture.</summary>
/// <param name="By">Later; negative: earlier.</param>
internal sealed record DelaySound(TimeSpan By) : Edit
{
    public override string Tool => "shift_audio";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Voice is not null)
        {
            return project with { VoiceDelay = project.VoiceDelay + By };
        }

        if (!MainMaterial.ShowsVideo(project) || project.Clips is not [var clip])
        {
            context.Note("delay.one");
            return project;
        }

        // The clip's own sound becomes a sound of its own, so that it can move.
        return project with { Voice = clip, VoiceDelay = By };
    }
}
