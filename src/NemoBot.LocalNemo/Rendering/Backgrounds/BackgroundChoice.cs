using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Which kind of background a project has.</summary>
internal sealed class BackgroundChoice(MediaProcesses processes, Project project)
{
    /// <summary>A picture is shown whole, with room around it.</summary>
    public bool HasCard => IsStill && project.Background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset: { } art }
        && art.Facts.Width > 0 && FitChoice.Of(project) == PictureFit.Card;

    /// <summary>One frame is enough.</summary>
    public bool IsStill => !ShowsClips;

    private bool ShowsClips => project.Background.Kind == BackgroundKind.Video
        && project.Clips.Any(c => c.Asset.Facts.HasVideo || c.Asset.Facts.Kind == MediaKind.Image);

    public IPictureSource Open(Frame? still, FrameLayout layout, CancellationToken cancellationToken) => still is not null
        ? new StillPictures(still)
        : new ClipPictures(processes, project, layout.Visual is { } visual ? new Scrim(project.Canvas.Height, visual.Rows) : null, cancellationToken);
}
