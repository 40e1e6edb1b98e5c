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
        if (!MainMaterial.ShowsVideo(project) && project.Clips is [var sound] && (project.Voice is null || project.Voice.Asset.Id == sound.Asset.Id))
        {
            return Lead(context, sound);
        }

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

    /// <summary>A recording begins after a silence, while what is drawn is seen from the start; the video is longer by it.</summary>
    private Project Lead(EditContext context, Clip sound)
    {
        var project = context.Project;
        var (voice, delay) = (project.Voice ?? sound, project.VoiceDelay + By);
        if (delay < TimeSpan.Zero)
        {
            context.Note("delay.first");
            return project;
        }

        var captions = project.Captions is null ? project : new SetCaptions { Shift = By }.Shown(project);
        return delay == TimeSpan.Zero ? captions with { Clips = [voice], Voice = null, VoiceDelay = TimeSpan.Zero }
            : captions with { Clips = [voice with { Length = voice.Duration + delay, Speed = 1 }], Voice = voice, VoiceDelay = delay };
    }
}
