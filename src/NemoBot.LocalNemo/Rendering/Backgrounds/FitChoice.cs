using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Settles how a picture fits the canvas.</summary>
internal static class FitChoice
{
    /// <summary>Most of a picture that may be cut off without asking: text in art often runs close to the edge.</summary>
    public const double MostLoss = 0.04;

    /// <summary>What slow moves over a picture do not show anyway. Beside a photo of 16:10 a strip of blur looks like a fault.</summary>
    private const double MostLossOfSlide = 0.11;

    public static PictureFit Of(Project project)
    {
        var (background, canvas) = (project.Background, project.Canvas);
        if (background.Asset is not { } asset || background.Kind is not (BackgroundKind.Image or BackgroundKind.Cover))
        {
            return PictureFit.Crop;
        }

        return background.Fit != PictureFit.Auto ? background.Fit
            : background.Side != HorizontalPlace.Middle || background.Motion == Projects.Motion.Spin ? PictureFit.Card
            : project.Visual.Style == VisualStyle.Circle || background.Kind == BackgroundKind.Cover ? PictureFit.Card
            : IsSquare(asset) && HasText(project) ? PictureFit.Card
            : LossOf(asset, canvas) <= MostLoss ? PictureFit.Crop
            : PictureFit.Card;
    }

    /// <summary>How a picture of a slideshow fits.</summary>
    public static PictureFit OfSlide(Project project, Asset asset) => project.Background.Fit is PictureFit.Crop or PictureFit.Letterbox ? project.Background.Fit
        : LossOf(asset, project.Canvas) <= MostLossOfSlide ? PictureFit.Crop
        : PictureFit.Blur;

    /// <summary>The shape of cover art, which has text of its own.</summary>
    private static bool IsSquare(Asset asset) => asset.Facts.Width < asset.Facts.Height * 1.2 && asset.Facts.Height < asset.Facts.Width * 1.2;

    private static bool HasText(Project project) =>
        project.Titles.Count > 0 || project.Captions is { Lines.Count: > 0 } || project.Visual.Style != VisualStyle.None;

    /// <summary>Part of the picture that filling the canvas cuts off.</summary>
    public static double LossOf(Asset asset, Canvas canvas)
    {
        var (shape, wanted) = (asset.Facts.Width / (double)Math.Max(1, asset.Facts.Height), canvas.Width / (double)canvas.Height);
        return 1 - (Math.Min(shape, wanted) / Math.Max(shape, wanted));
    }
}
