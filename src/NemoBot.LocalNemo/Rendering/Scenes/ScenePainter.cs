using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Draws the soft part of a shot.</summary>
internal sealed class ScenePainter(SoftCanvas canvas)
{
    /// <param name="shot">What.</param>
    /// <param name="time">Seconds of movement since the start, faster in loud parts.</param>
    /// <param name="pulse">0 to 1.</param>
    public void Draw(Shot shot, double time, double pulse)
    {
        var turn = (shot.Pick(1) * 6.28) + (time * 0.05 * (shot.Pick(2) < 0.5 ? 1 : -1));
        var zoom = (1.1 + (0.5 * shot.Pick(3))) * (1 - (0.06 * pulse)) / (1 + (0.015 * time));
        var (cos, sin) = (Math.Cos(turn) * zoom, Math.Sin(turn) * zoom);
        var light = 0.72 + (0.2 * shot.Section.Energy) + (0.42 * pulse);
        for (var row = 0; row < canvas.Height; row++)
        {
            for (var column = 0; column < canvas.Width; column++)
            {
                var (x, y) = canvas.At(column, row);
                var (u, v) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
                var (a, b, glow) = shot.Style switch
                {
                    SceneStyle.Light => Light(shot, u, v, time, pulse),
                    SceneStyle.Shapes => Shapes(shot, u, v, time, pulse),
                    _ => Flow(shot, u, v, time, pulse),
                };
                var edge = 1 - (0.55 * ((x * x / (canvas.Aspect * canvas.Aspect)) + (y * y)));
                Mix(shot, (row * canvas.Width) + column, a, b, glow, light * edge * (shot.Style == SceneStyle.Particles ? 0.7 : 1));
            }
        }
    }

    /// <summary>Colours that flow into each other.</summary>
    private static (double A, double B, double Glow) Flow(Shot shot, double x, double y, double time, double pulse)
    {
        var s = shot.Pick(4) * 10;
        var warpX = x + (0.35 * Math.Sin((2.3 * y) + (0.35 * time) + s));
        var warpY = y + (0.35 * Math.Sin((2.9 * x) - (0.28 * time) + (2 * s)));
        var a = 0.5 + (0.5 * Math.Sin((3.1 * warpX) + (1.6 * Math.Sin((2.2 * warpY) + (0.3 * time))) + s + (0.5 * pulse)));
        var b = 0.5 + (0.5 * Math.Sin((2.7 * warpY) - (0.25 * time) + (1.3 * warpX) - s));
        return (a, b, 0.5 * a * a * a * b);
    }

    /// <summary>Beams from a moving source, and a halo around it.</summary>
    private static (double A, double B, double Glow) Light(Shot shot, double x, double y, double time, double pulse)
    {
        var (dx, dy) = (x - (0.5 * Math.Sin((0.17 * time) + (6 * shot.Pick(5)))), y + 0.35 - (0.15 * Math.Cos(0.21 * time)));
        var far = Math.Sqrt((dx * dx) + (dy * dy)) + 0.05;
        var angle = Math.Atan2(dy, dx);
        var wide = 0.5 + (0.5 * Math.Sin((angle * (3 + (int)(4 * shot.Pick(6)))) + (0.5 * time)));
        var narrow = 0.5 + (0.5 * Math.Sin((angle * 7) - (0.8 * time) + 2));
        var beams = (wide * wide * wide) + (0.6 * narrow * narrow * narrow * narrow * narrow);
        var halo = 0.16 / (far + 0.1);
        return (Math.Clamp(beams * (1.1 - (0.6 * far)), 0, 1), 0.25 + (0.3 * Math.Sin(x + time * 0.1)), (halo * (0.7 + pulse)) + (0.25 * beams * pulse));
    }

    /// <summary>Rings, stripes, diamonds or tiles with soft edges.</summary>
    private static (double A, double B, double Glow) Shapes(Shot shot, double x, double y, double time, double pulse)
    {
        var size = 3.5 + (4 * shot.Pick(7));
        var form = (int)(shot.Pick(8) * 4) switch
        {
            0 => Math.Sqrt((x * x) + (y * y)) * size,
            1 => (x + (0.3 * Math.Sin(2 * y))) * size,
            2 => (Math.Abs(x) + Math.Abs(y)) * size,
            _ => (Math.Sin(x * size) + Math.Sin(y * size)) * 1.2,
        };
        var wave = Math.Sin((form * 2.4) - (0.9 * time) - (0.8 * pulse));
        var a = Smooth(wave * 2.2);
        var b = Smooth(Math.Sin((form * 1.2) + (0.4 * time)) * 1.6);
        return (a, b, 0.35 * a * (0.3 + pulse));
    }

    private static double Smooth(double value)
    {
        var t = Math.Clamp((value + 1) / 2, 0, 1);
        return t * t * (3 - (2 * t));
    }

    private void Mix(Shot shot, int cell, double a, double b, double glow, double light)
    {
        var (dark, main, bright, second) = (shot.Colors.Dark, shot.Colors.Main, shot.Colors.Bright, shot.Colors.Second);
        double Channel(double d, double m, double g, double s)
        {
            var low = d + ((m - d) * a);
            return (low + ((s - low) * b * 0.7) + (g * glow)) * light / 255;
        }

        canvas.Set(
            cell,
            Channel(dark.Red, main.Red, bright.Red, second.Red),
            Channel(dark.Green, main.Green, bright.Green, second.Green),
            Channel(dark.Blue, main.Blue, bright.Blue, second.Blue));
    }
}
