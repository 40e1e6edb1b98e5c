using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes titles away.</summary>
/// <param name="Which">The titles.</param>
internal sealed record RemoveTitles(TitleRef Which) : Edit
{
    public override string Tool => "remove_title";

    protected override Project Apply(EditContext context)
    {
        var meant = Titles.Find(context, Which);
        if (meant.Count == 0 && !context.IsNew)
        {
            context.Note(context.Project.Titles.Count == 0 ? "title.none" : "title.which");
        }

        return context.Project with { Titles = [.. context.Project.Titles.Except(meant)] };
    }
}
