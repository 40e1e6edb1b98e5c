using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Where everything goes, so that nothing covers anything else.</summary>
/// <param name="Safe">Margins that stay clear of text.</param>
/// <param name="Visual">The drawn sound; null: none.</param>
/// <param name="Titles">In the project's order.</param>
/// <param name="Captions">The captions; null: none.</param>
/// <param name="Card">Where a picture is shown whole.</param>
/// <param name="Progress">The progress bar; null: none.</param>
internal sealed record FrameLayout(
    SafeArea Safe, VisualZone? Visual, IReadOnlyList<PlacedTitle> Titles, CaptionPlace? Captions, CardZone Card, VisualZone? Progress)
{
    /// <param name="project">What is rendered.</param>
    /// <param name="hasCard">The background is a picture shown whole, with room for text beside or around it.</param>
    public static FrameLayout Find(Project project, bool hasCard) => new LayoutPlanner(project, hasCard).Find();
}
