using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Makes a ring smaller, and moves it, until captions and titles have their room.</summary>
/// <param name="canvas">The frame.</param>
/// <param name="safe">Margins of the frame.</param>
/// <param name="gap">Between the ring and a text, in pixels.</param>
internal sealed class RingFit(Canvas canvas, SafeArea safe, double gap)
{
    /// <summary>A ring may come nearer to the frame's edge than text.</summary>
    private const double MarginShare = 0.6;
    private const double SmallestShare = 0.3;

    /// <summary>Two pixels of overlap are the rounding to even rows.</summary>
    private const int Rounding = 2;

    /// <param name="ring">Where it is without text.</param>
    /// <param name="captions">Their rows, if there are captions.</param>
    /// <param name="titles">Height of the titles that go below the ring.</param>
    public VisualZone Fit(VisualZone ring, Rows? captions, double titles) => LeaveRoomBelow(AvoidCaptions(ring, captions), captions, titles);

    private VisualZone AvoidCaptions(VisualZone ring, Rows? captions)
    {
        if (captions is not { } text || !ring.Rows.Meets(text))
        {
            return ring;
        }

        var isBelow = text.Top + text.Bottom > canvas.Height;
        var top = isBelow ? safe.Top * MarginShare : text.Bottom + gap;
        var bottom = isBelow ? text.Top - gap : canvas.Height - (safe.Bottom * MarginShare);
        var side = Math.Min(ring.Width, Even(bottom - top));
        var middle = Math.Clamp((ring.Rows.Top + ring.Rows.Bottom) / 2.0, top + (side / 2.0), bottom - (side / 2.0));
        return At(middle - (side / 2.0), side);
    }

    private VisualZone LeaveRoomBelow(VisualZone ring, Rows? captions, double titles)
    {
        if (titles == 0)
        {
            return ring;
        }

        var end = captions is { } below && below.Top >= ring.Rows.Bottom - Rounding ? below.Top : canvas.Height - safe.Bottom;
        var top = captions is { } above && above.Bottom <= ring.Rows.Top + Rounding ? above.Bottom + gap : safe.Top * MarginShare;
        var bottom = end - titles - (2 * gap);
        var side = Math.Max(Math.Min(ring.Width, Even(bottom - top)), Even(canvas.Height * SmallestShare));
        return At(Math.Max(Math.Min(ring.Rows.Top + ((ring.Rows.Height - side) / 2.0), bottom - side), top), side);
    }

    private VisualZone At(double top, int side) => new((canvas.Width - side) / 2 & ~1, side, new Rows(Even(top), side));

    private static int Even(double value) => (int)value & ~1;
}
