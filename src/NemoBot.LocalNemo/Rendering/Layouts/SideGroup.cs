using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>A card and the text beside it: together they stand in the middle of the frame.</summary>
internal sealed class SideGroup
{
    private const double GapShare = 0.05;

    /// <summary>Widths are estimated a little too large for Latin letters.</summary>
    private const double Estimate = 0.88;

    /// <param name="canvas">The frame.</param>
    /// <param name="safe">Its margins.</param>
    /// <param name="side">Where the card goes.</param>
    /// <param name="card">Its width in pixels.</param>
    /// <param name="text">Width of the longest line in pixels; 0: there is no text.</param>
    public SideGroup(Canvas canvas, SafeArea safe, HorizontalPlace side, double card, double text)
    {
        var (gap, isLeft) = (canvas.Width * GapShare, side == HorizontalPlace.Left);
        var whole = text == 0 ? canvas.Width - (2 * safe.Side) : card + gap + (text * Estimate);
        var left = Math.Max(safe.Side, (canvas.Width - whole) / 2);
        CardCenter = isLeft ? left + (card / 2) : canvas.Width - left - (card / 2);
        Text = new Columns(isLeft ? left + card + gap : left, Math.Min(text, canvas.Width - (2 * safe.Side) - card - gap));
    }

    /// <summary>Column of the card's middle.</summary>
    public double CardCenter { get; }

    /// <summary>Columns of the text.</summary>
    public Columns Text { get; }

    /// <summary>Most pixels of a line beside a card that takes a part of the width.</summary>
    public static double TextWidth(Canvas canvas, SafeArea safe, double card) => (canvas.Width * (1 - card - GapShare)) - (2 * safe.Side);
}
