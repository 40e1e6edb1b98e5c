using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Dots of light that drift and flare up with the beat.</summary>
internal static class Dots
{
    private const int Count = 44;

    public static void Draw(Frame frame, Shot shot, double time, double pulse)
    {
        var unit = Math.Min(frame.Width, frame.Height);
        var color = YuvColor.FromRgb(shot.Colors.Bright.Red, shot.Colors.Bright.Green, shot.Colors.Bright.Blue);
        for (var i = 0; i < Count; i++)
        {
            var depth = 0.3 + (0.7 * shot.Pick(100 + i));
            var x = Wrap(shot.Pick(200 + i) + (0.03 * Math.Sin((0.4 * time) + i)) + (time * 0.012 * depth * (shot.Pick(9) - 0.5)));
            var y = Wrap(shot.Pick(300 + i) - (time * 0.035 * depth));
            var radius = unit * 0.014 * depth * (1 + (0.6 * pulse * shot.Pick(400 + i)));
            var strength = (int)((70 + (110 * pulse)) * depth);
            DotPainter.Dot(frame, frame.All, x * frame.Width, y * frame.Height, radius, color, strength, softness: radius * (1.3 - depth) * 2);
        }
    }

    /// <summary>Leaves on one side and comes back on the other, unseen.</summary>
    private static double Wrap(double value) => (((value + 0.1) % 1.2) + 1.2) % 1.2 - 0.1;
}
