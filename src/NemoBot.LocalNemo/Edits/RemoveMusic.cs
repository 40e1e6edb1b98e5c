using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes the background music away.</summary>
internal sealed record RemoveMusic : Edit
{
    public override string Tool => "remove_bgm";

    protected override Project Apply(EditContext context)
    {
        if (context.Project.Music.Count == 0)
        {
            context.Note("music.none");
        }

        return context.Project with { Music = [] };
    }
}
