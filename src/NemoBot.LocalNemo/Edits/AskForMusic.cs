using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Music was asked for, but no file is free: says what is there or asks for a file.</summary>
internal sealed record AskForMusic : Edit
{
    /// <summary>Other music is wanted than what is there.</summary>
    public bool Other { get; init; }

    public override string Tool => "add_bgm";

    protected override Project Apply(EditContext context)
    {
        var music = context.Project.Music;
        if (Other)
        {
            context.Note("music.other");
        }
        else if (music.Count > 0)
        {
            context.Note("music.is", music[^1].Asset.Name, music[^1].Volume);
        }
        else
        {
            context.Note("music.missing");
        }

        return context.Project;
    }
}
