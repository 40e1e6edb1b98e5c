using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Says where a title really is when what is beside it takes the place that was asked for.</summary>
internal static class LayoutReport
{
    private const double UpperEnd = 0.38;
    private const double LowerEnd = 0.62;

    public static void Add(ReportLines lines, Project before, Project after)
    {
        if (after.Titles.Count == 0 || (before.Titles.SequenceEqual(after.Titles) && before.Visual == after.Visual && before.Captions?.Place == after.Captions?.Place && before.Background.Look == after.Background.Look))
        {
            return;
        }

        // What was said before is not repeated.
        foreach (var moved in Moved(TurnedPictures.Apply(after)).Except(Moved(TurnedPictures.Apply(before))))
        {
            if (moved.IsBelowCard)
            {
                lines.Add("title.below", moved.Text);
            }
            else
            {
                lines.Add("title.where", moved.Text, moved.Real, moved.Asked);
            }
        }
    }

    /// <summary>The titles that are not where they were asked for; those of the middle keep to a card, which takes it.</summary>
    private static IEnumerable<(string Text, VerticalPlace Real, VerticalPlace Asked, bool IsBelowCard)> Moved(Project project)
    {
        if (project.Titles.Count == 0)
        {
            yield break;
        }

        var hasCard = project.Background.Kind is BackgroundKind.Image or BackgroundKind.Cover && project.Slides.Count == 0 && FitChoice.Of(project) == PictureFit.Card;
        foreach (var placed in FrameLayout.Find(project, hasCard).Titles)
        {
            // Level with a card is the middle beside it.
            if (placed.IsBeside)
            {
                continue;
            }

            var middle = (placed.Top + (placed.Height / 2)) / project.Canvas.Height;
            var real = middle < UpperEnd ? VerticalPlace.Top : middle > LowerEnd ? VerticalPlace.Bottom : VerticalPlace.Middle;
            if (real != placed.Title.Place)
            {
                var isBelowCard = hasCard && placed.Title.Place == VerticalPlace.Middle && project.Visual.Style != VisualStyle.Circle;
                yield return (placed.Title.Text, real, placed.Title.Place, isBelowCard);
            }
        }
    }
}
