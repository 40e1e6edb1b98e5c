namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>How much a stroke with round ends covers of a pixel. Most pixels around a slanted stroke are outside: they cost no root.</summary>
internal readonly struct Brush(double x, double y, double dx, double dy, double radius, double softness, int strength)
{
    private readonly double _inverse = (dx * dx) + (dy * dy) is var length and > 0 ? 1 / length : 0;
    private readonly double _outside = (radius + (softness / 2)) * (radius + (softness / 2));
    private readonly double _inside = radius > softness / 2 ? (radius - (softness / 2)) * (radius - (softness / 2)) : -1;

    /// <summary>The columns that it reaches in two rows.</summary>
    public (double First, double Last) Columns(int row, double reach)
    {
        var (from, to) = (0.0, 1.0);
        if (Math.Abs(dy) > 1)
        {
            var (a, b) = ((row - reach - y) / dy, (row + 2 + reach - y) / dy);
            (from, to) = (Math.Clamp(Math.Min(a, b), 0, 1), Math.Clamp(Math.Max(a, b), 0, 1));
        }

        var (one, other) = (x + (from * dx), x + (to * dx));
        return (Math.Min(one, other) - reach, Math.Max(one, other) + reach);
    }

    /// <param name="px">Middle of the pixel.</param>
    /// <param name="py">Middle of the pixel.</param>
    /// <returns>0 to the strength.</returns>
    public int Cover(double px, double py)
    {
        var (ax, ay) = (px - x, py - y);
        var along = Math.Clamp(((ax * dx) + (ay * dy)) * _inverse, 0, 1);
        var (ox, oy) = (ax - (along * dx), ay - (along * dy));
        var far = (ox * ox) + (oy * oy);
        return far >= _outside ? 0
            : far <= _inside ? strength
            : (int)(strength * Math.Clamp(0.5 + ((radius - Math.Sqrt(far)) / softness), 0, 1));
    }
}
