using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>An upright bar, with a soft light around it if wanted.</summary>
internal static class Bar
{
    private const int GlowStrength = 52;

    public static void Draw(Frame frame, Rows rows, int left, int width, double top, double bottom, YuvColor color, bool glow)
    {
        if (glow)
        {
            var reach = Math.Max(2, width / 2) & ~1;
            foreach (var wide in (ReadOnlySpan<int>)[reach, Math.Max(2, reach / 2) & ~1])
            {
                CapsulePainter.Draw(frame, left - wide, width + (2 * wide), Math.Max(rows.Top, top - wide), Math.Min(rows.Bottom, bottom + wide), color, GlowStrength);
            }
        }

        CapsulePainter.Draw(frame, left, width, top, bottom, color);
    }
}
