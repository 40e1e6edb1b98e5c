using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Scenes;
using NemoBot.LocalNemo.Rendering.Slides;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.LocalNemo.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Staging;

/// <summary>Chooses what is behind everything, and prepares it.</summary>
internal sealed class BackgroundChoice(MediaProcesses processes, ISoundAnalyzer analyzer, Project project)
{
    private readonly BackgroundKind _kind = project.Background.Kind;

    /// <summary>A picture is shown whole, with room around it.</summary>
    public bool HasCard => HasArt && project.Slides.Count == 0 && !Loops && FitChoice.Of(project) == PictureFit.Card;

    /// <summary>One frame of the art is the background.</summary>
    public bool IsArt => HasArt && project.Slides.Count == 0 && !Loops && project.Scene is null;

    private bool HasArt => _kind is BackgroundKind.Image or BackgroundKind.Cover && project.Background.Asset is { Facts.Width: > 0 };

    private bool Loops => project.Background is { Kind: BackgroundKind.Image, Asset.Facts.HasVideo: true };

    private bool ShowsClips => _kind == BackgroundKind.Video
        && project.Clips.Any(c => c.Asset.Facts.HasVideo || c.Asset.Facts.Kind == MediaKind.Image);

    private bool NeedsBeats => project.Scene is not null || project.Background.Motion == Projects.Motion.Beat || project.Slides.Any(s => s.Motion == Projects.Motion.Beat);

    /// <param name="layout">Where everything goes.</param>
    /// <param name="palette">Of the art.</param>
    /// <param name="art">The background if it was painted with the palette.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The background if one frame is enough, and otherwise what gives frame after frame.</returns>
    public async Task<(Frame? Still, Func<CancellationToken, IPictureSource> Open)> PrepareAsync(
        FrameLayout layout, ArtPalette palette, Frame? art, CancellationToken cancellationToken)
    {
        var scrim = layout.Visual is { } visual ? new Scrim(project.Canvas.Height, visual.Rows) : null;
        var beats = NeedsBeats ? await BeatMap.ReadAsync(project, analyzer, cancellationToken).ConfigureAwait(false) : null;
        if (project.Slides.Count > 0)
        {
            return (null, token => new SlidePictures(project, slide => new SlideReader(processes, project, slide, layout.Card, token), beats, scrim));
        }

        if (Loops || (ShowsClips && project.Scene is null))
        {
            return (null, token => Loops ? new LoopPictures(processes, project, project.Background.Asset!, scrim, token) : new ClipPictures(processes, project, scrim, token));
        }

        if (project.Scene is { } scene)
        {
            return (null, await PrepareSceneAsync(scene, beats!, layout, palette, cancellationToken).ConfigureAwait(false));
        }

        var still = art ?? await new StillBackground(processes).PaintAsync(project, layout, palette, cancellationToken).ConfigureAwait(false);
        return project.Background.Motion is Projects.Motion.None or Projects.Motion.Spin
            ? (still, _ => new StillPictures(still))
            : (null, _ => new MotionPictures(project, still, beats));
    }

    private async Task<Func<CancellationToken, IPictureSource>> PrepareSceneAsync(
        Scene scene, BeatMap beats, FrameLayout layout, ArtPalette palette, CancellationToken cancellationToken)
    {
        var showsArt = HasArt && scene.Style is SceneStyle.Auto or SceneStyle.Art;
        var shots = SceneScript.Write(project, beats, showsArt ? palette : null);
        if (!showsArt)
        {
            return _ => new ScenePictures(project, shots, beats, null, null);
        }

        var painter = new StillBackground(processes);
        var wide = await painter.PaintAsync(WithFit(PictureFit.Card), layout, palette, cancellationToken).ConfigureAwait(false);
        var close = await painter.PaintAsync(WithFit(PictureFit.Crop), layout, palette, cancellationToken).ConfigureAwait(false);
        return _ => new ScenePictures(project, shots, beats, wide, close);
    }

    private Project WithFit(PictureFit fit) => project with { Background = project.Background with { Fit = fit } };
}
