using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>The room of a picture that is shown whole.</summary>
/// <param name="ground">The picture.</param>
/// <param name="height">Most pixels.</param>
internal sealed class CardBox(Background ground, double height)
{
    private bool IsRound => ground.Motion == Projects.Motion.Spin;

    /// <summary>Width by height; a record is as wide as it is high.</summary>
    private double Shape => IsRound || ground.Asset is not { Facts: { Width: > 0, Height: > 0 } facts } ? 1 : facts.Width / (double)facts.Height;

    /// <param name="center">Column of its middle, for a width.</param>
    /// <param name="middle">Row of its middle.</param>
    /// <param name="most">Most pixels of its width.</param>
    /// <param name="fits">It is no larger than the picture.</param>
    public CardZone At(Func<double, double> center, double middle, double most, bool fits)
    {
        var width = fits || IsRound ? Math.Min(most, height * Shape) : most;
        return new CardZone(center(width), middle, FrameMath.Even(width), FrameMath.Even(fits || IsRound ? Math.Min(height, width / Shape) : height), IsRound);
    }
}
