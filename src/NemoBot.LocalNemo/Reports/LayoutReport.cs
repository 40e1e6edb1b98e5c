using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Says where a title really is when what is beside it takes the place that was asked for.</summary>
internal static class LayoutReport
{
    private const double UpperEnd = 0.38;
    private const double LowerEnd = 0.62;

    public static void Add(ReportLines lines, Project before, Project after)
    {
        if (after.Titles.Count == 0 || (before.Titles.SequenceEqual(after.Titles) && before.Visual == after.Visual && before.Captions?.Place == after.Captions?.Place))
        {
            return;
        }

        var hasCard = after.Background.Kind is BackgroundKind.Image or BackgroundKind.Cover && after.Slides.Count == 0 && FitChoice.Of(after) == PictureFit.Card;
        foreach (var placed in FrameLayout.Find(after, hasCard).Titles)
        {
            var middle = (placed.Top + (placed.Height / 2)) / after.Canvas.Height;
            var real = middle < UpperEnd ? VerticalPlace.Top : middle > LowerEnd ? VerticalPlace.Bottom : VerticalPlace.Middle;
            if (real != placed.Title.Place)
            {
                lines.Add("title.where", placed.Title.Text, real, placed.Title.Place);
            }
        }
    }
}
