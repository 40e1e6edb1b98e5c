using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How pictures fill the frame and move. What is null stays.</summary>
internal sealed record SetPicture : Edit
{
    /// <summary>How they fill the frame.</summary>
    public PictureFit? Fit { get; init; }

    /// <summary>How they move.</summary>
    public Motion? Motion { get; init; }

    /// <summary>The side of the frame that a still picture has to itself, with the text beside it; Middle: none.</summary>
    public HorizontalPlace? Side { get; init; }

    /// <summary>What is kept where edges are cut off.</summary>
    public CropFocus? Focus { get; init; }

    public override string Tool => "set_layout";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (!Backgrounds.HasPicture(context))
        {
            return project;
        }

        if (Motion == Projects.Motion.Spin && !IsStill(project))
        {
            context.Note("picture.spin-cannot");
            return project;
        }

        var ground = Turn(project.Background with { Fit = Fit ?? project.Background.Fit, Motion = Motion ?? project.Background.Motion });
        project = project with
        {
            Background = Stand(context, ground),
            Slides = Motion is { } motion ? [.. project.Slides.Select((s, i) => s with { Motion = Alternate(motion, i) })] : project.Slides,
        };
        return Focus is { } focus && CanKeep(context, project, focus) ? project with { Background = project.Background with { Focus = focus } } : project;
    }

    /// <summary>Only a still picture can stand at a side, whole; one that fills the frame has no side.</summary>
    private Background Stand(EditContext context, Background ground)
    {
        if (Side is not { } side)
        {
            if (Fit == PictureFit.Blur && ground.Side != HorizontalPlace.Middle && CardSide.HasRoom(context.Project.Canvas))
            {
                // 背景用封面虚化: it stands at its side over that already.
                context.Note("picture.side-blurred");
                return ground with { Fit = context.Project.Background.Fit };
            }

            return Fit is null or PictureFit.Auto or PictureFit.Card ? ground : ground with { Side = HorizontalPlace.Middle };
        }

        if (side == HorizontalPlace.Middle)
        {
            return ground with { Side = side };
        }

        if (!IsStill(context.Project))
        {
            context.Note("picture.side-cannot");
            return ground;
        }

        return ground with { Side = side, Fit = ground.Fit == PictureFit.Card ? PictureFit.Card : PictureFit.Auto };
    }

    private static bool IsStill(Project project) => project is { Slides.Count: 0, Scene: null, Background.IsPicture: true };

    /// <summary>A record is round and seen whole: a picture that is to fill the frame turns no more.</summary>
    private Background Turn(Background ground) => ground.Motion != Projects.Motion.Spin ? ground
        : Motion is null && Fit is PictureFit.Crop or PictureFit.Blur or PictureFit.Letterbox ? ground with { Motion = Projects.Motion.None }
        : ground with { Fit = ground.Fit == PictureFit.Card ? PictureFit.Card : PictureFit.Auto };

    /// <summary>Something is cut off at the edges that the focus chooses between; if not, the answer says so.</summary>
    private static bool CanKeep(EditContext context, Project project, CropFocus focus)
    {
        var shown = TurnedPictures.Apply(project);
        var (across, upright) = (CropLoss.IsAcross(shown), CropLoss.IsUpright(shown));
        if (focus == CropFocus.Middle || (focus is CropFocus.Left or CropFocus.Right ? across : upright))
        {
            return true;
        }

        context.Note(across ? "picture.keeps-height" : upright ? "picture.keeps-width" : "picture.keeps-all");
        return false;
    }

    /// <summary>Neighbouring slides zoom in opposite directions.</summary>
    private static Motion Alternate(Motion motion, int index) =>
        motion == Projects.Motion.ZoomIn && index % 2 == 1 ? Projects.Motion.ZoomOut : motion;
}
