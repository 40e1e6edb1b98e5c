using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Composing;

/// <summary>A bar that fills with playing time.</summary>
internal sealed class ProgressBar(VisualZone zone, YuvColor color)
{
    public Rows Rows => zone.Rows;

    /// <param name="frame">Target.</param>
    /// <param name="part">0 to 1.</param>
    public void Draw(Frame frame, double part)
    {
        BoxPainter.Fill(frame, zone.Left, zone.Rows.Top, zone.Width, zone.Rows.Height, color, 64);
        BoxPainter.Fill(frame, zone.Left, zone.Rows.Top, (int)(zone.Width * Math.Clamp(part, 0, 1)) & ~1, zone.Rows.Height, color);
    }
}
