using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Music was asked for, but no file is free: says what is there or asks for a file.</summary>
internal sealed record AskForMusic : Edit
{
    public override string Tool => "add_bgm";

    protected override Project Apply(EditContext context)
    {
        var music = context.Project.Music;
        if (music.Count > 0)
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
