using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>What a visual is made from.</summary>
/// <param name="Zone">Where it is drawn.</param>
/// <param name="Ink">Its colors.</param>
/// <param name="FrameRate">Exact frames per second.</param>
/// <param name="Glow">Draw a soft light around it.</param>
internal sealed record VisualSpec(VisualZone Zone, Ink Ink, double FrameRate, bool Glow)
{
    /// <summary>How calmly it moves: 1 is usual, 2 takes twice as long.</summary>
    public double Calm { get; init; } = 1;

    /// <summary>How thick its bars are: 1 is usual.</summary>
    public double BarWidth { get; init; } = 1;

    /// <summary>How far to go towards a new height in one frame.</summary>
    /// <param name="usual">0 to 1, where nothing else is asked for.</param>
    public double Ease(double usual) => Calm == 1 ? usual : 1 - Math.Pow(1 - usual, 1 / Calm);
}
