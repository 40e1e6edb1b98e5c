using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>A new slideshow shows its photos alone: the sound is drawn over them when somebody asks for that.</summary>
internal static class BareSlides
{
    /// <summary>The project with nothing over its slides that nobody asked for.</summary>
    /// <param name="project">A project that this turn began.</param>
    /// <param name="edits">The edits of the turn.</param>
    public static Project Show(Project project, IReadOnlyList<Edit> edits) =>
        project.Slides.Count == 0 || edits.Any(e => e is SetVisual) ? project : project with { Visual = project.Visual with { Style = VisualStyle.None } };
}
