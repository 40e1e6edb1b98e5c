using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shows a title at the start and again at the end.</summary>
/// <param name="Which">The title.</param>
/// <param name="Length">How long each time.</param>
internal sealed record ShowTitleAtEnds(TitleRef Which, TimeSpan Length) : Edit
{
    public override string Tool => "edit_title";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Titles.Find(context, Which) is not [var title])
        {
            context.Note(project.Titles.Count == 0 ? "title.none" : "title.which");
            return project;
        }

        if (project.Duration < Length * 2)
        {
            context.Note("title.too-short", Length);
            return project;
        }

        return project with
        {
            Titles = [.. project.Titles.Select(t => t == title ? t with { Start = TimeSpan.Zero, End = Length } : t), title with { Start = project.Duration - Length, End = null }],
        };
    }
}
