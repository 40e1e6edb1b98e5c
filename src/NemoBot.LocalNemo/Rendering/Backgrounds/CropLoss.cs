using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>What pictures lose where they fill the frame, or a disc.</summary>
internal static class CropLoss
{
    private const double Least = 0.01;

    /// <summary>Left and right edges are cut off.</summary>
    public static bool IsAcross(Project project) => Ratios(project).Any(r => r > 1 + Least);

    /// <summary>Upper and lower edges are cut off.</summary>
    public static bool IsUpright(Project project) => Ratios(project).Any(r => r < 1 - Least);

    /// <summary>How much wider each picture is than what it fills.</summary>
    private static IEnumerable<double> Ratios(Project project)
    {
        var shape = IsDisc(project) ? 1 : project.Canvas.Width / (double)project.Canvas.Height;
        return Filling(project).Where(a => a.Facts is { Width: > 0, Height: > 0 }).Select(a => a.Facts.Width / (double)a.Facts.Height / shape);
    }

    private static IEnumerable<Asset> Filling(Project project)
    {
        var ground = project.Background;
        return project.Slides.Count > 0 ? project.Slides.Select(s => s.Asset).Where(a => (a.Facts.HasVideo ? ground.Fit : FitChoice.OfSlide(project, a)) == PictureFit.Crop)
            : ground.Kind == BackgroundKind.Video ? project.Clips.Select(c => c.Asset).Where(_ => ground.Fit == PictureFit.Crop)
            : ground.Asset is { } asset && (IsDisc(project) || (asset.Facts.HasVideo ? ground.Fit : FitChoice.Of(project)) == PictureFit.Crop) ? [asset] : [];
    }

    private static bool IsDisc(Project project) => project is { Slides.Count: 0, Background.IsPicture: true }
        && (project.Visual.Style == VisualStyle.Circle || project.Background.Motion == Projects.Motion.Spin) && FitChoice.Of(project) == PictureFit.Card;
}
