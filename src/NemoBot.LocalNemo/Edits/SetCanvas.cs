using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shape, size and frame rate of the picture. What is null stays.</summary>
internal sealed record SetCanvas : Edit
{
    private const int LargestShortSide = 1080;

    /// <summary>Width by height.</summary>
    public double? Ratio { get; init; }

    /// <summary>Pixels of the shorter side.</summary>
    public int? ShortSide { get; init; }

    /// <summary>Frames per second.</summary>
    public double? FrameRate { get; init; }

    public override string Tool => "set_aspect_ratio";

    protected override Project Apply(EditContext context)
    {
        var before = context.Project.Canvas;
        if (ShortSide > LargestShortSide)
        {
            context.Note("canvas.largest");
        }

        var side = Math.Clamp(ShortSide ?? Math.Min(before.Width, before.Height), 240, LargestShortSide);
        var ratio = Math.Clamp(Ratio ?? before.Width / (double)before.Height, 0.4, 2.5);
        var output = context.Project.Output;
        return context.Project with
        {
            Canvas = CanvasSizes.Of(ratio, side, Math.Clamp(FrameRate ?? before.FrameRate, 10, 60)),

            // Whoever names a shape wants that one, unless he names others beside it.
            Output = Ratio is null ? output : output with { Others = [.. output.Others.Where(o => o.Ratio is null)] },
        };
    }
}
