using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes back the sound that replaced a clip's own.</summary>
internal sealed record UseOwnSound : Edit
{
    /// <summary>What replaced it plays on, as background music.</summary>
    public bool? Beneath { get; init; }

    public override string Tool => "remove_item";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Voice is not { } other)
        {
            context.Note("voice.own");
            return project;
        }

        return project with
        {
            Voice = null,
            VoiceDelay = TimeSpan.Zero,
            Music = Beneath is true ? [.. project.Music, new Music(other.Asset, PlaceFile.QuietMusic)] : project.Music,
        };
    }
}
