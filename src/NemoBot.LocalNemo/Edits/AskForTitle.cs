using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>A title was asked for without a text: asks for it, unless the recording's own title is shown.</summary>
internal sealed record AskForTitle : Edit
{
    public override string Tool => "add_title";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Titles.Count == 0 && !(context.IsNew && TagTitles.HasTitle(project)))
        {
            context.Note("title.ask");
        }

        return project;
    }
}
