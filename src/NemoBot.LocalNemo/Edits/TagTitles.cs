using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>A new project of a tagged recording shows title and artist of the tags, unless the request says something about titles.</summary>
internal static class TagTitles
{
    /// <summary>The project with its tags shown.</summary>
    /// <param name="context">What edits need.</param>
    /// <param name="project">A project that this turn began.</param>
    /// <param name="edits">The edits of the turn.</param>
    public static Project Show(EditContext context, Project project, IReadOnlyList<Edit> edits)
    {
        if (edits.Any(e => e is AddTitle or SetTitle or RemoveTitles or ShowTags) || project.Titles.Count > 0
            || FactsOf(project) is not { Title: { } title } facts)
        {
            return project;
        }

        context.Project = project;
        context.Project = new AddTitle(title) { Role = TitleRole.Title }.AddTo(context);
        if (facts.Artist is { } artist)
        {
            context.Project = new AddTitle(artist) { Role = TitleRole.Artist }.AddTo(context);
        }

        return context.Project;
    }

    /// <summary>The main recording names its title.</summary>
    public static bool HasTitle(Project project) => FactsOf(project) is { Title: not null };

    private static MediaFacts? FactsOf(Project project) => project.Clips is [{ Asset.Facts: { Kind: MediaKind.Audio } facts }, ..] ? facts : null;
}
