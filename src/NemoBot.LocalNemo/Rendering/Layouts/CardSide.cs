using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>The side of the frame that a card has to itself.</summary>
internal static class CardSide
{
    /// <summary>Upright video has no room beside a card: there the text goes below it.</summary>
    public static bool HasRoom(Canvas canvas) => canvas.Width > canvas.Height * 0.95;

    /// <summary>The side that was asked for, or that titles of the other side leave; the middle if it is not kept.</summary>
    public static HorizontalPlace Of(Project project)
    {
        if (project.Scene is not null || project.Slides.Count > 0 || !HasRoom(project.Canvas))
        {
            return HorizontalPlace.Middle;
        }

        var beside = project.Titles.Where(t => t.Place == VerticalPlace.Middle).ToList();
        return project.Background.Side != HorizontalPlace.Middle ? project.Background.Side
            : beside.Count > 0 && beside.TrueForAll(t => t.Side == HorizontalPlace.Left) ? HorizontalPlace.Right
            : HorizontalPlace.Middle;
    }
}
