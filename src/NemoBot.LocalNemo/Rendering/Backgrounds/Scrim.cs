using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>A soft shade over some rows of a picture, so that what is drawn there stands out.</summary>
internal sealed class Scrim
{
    private const double Darkest = 0.45;
    private readonly int[] _levels;

    /// <param name="height">Of the picture.</param>
    /// <param name="center">Row of the deepest shade; near the edge of the picture the shade extends to the edge.</param>
    public Scrim(int height, Rows center)
    {
        center = center.Top + center.Bottom > 1.3 * height ? new Rows(center.Top, height - center.Top)
            : center.Top + center.Bottom < 0.7 * height ? new Rows(0, center.Bottom)
            : center;
        var reach = height * 0.3;
        _levels = new int[height];
        for (var y = 0; y < height; y++)
        {
            var away = y < center.Top ? center.Top - y : y >= center.Bottom ? y - center.Bottom : 0;
            var near = Math.Clamp(1 - (away / reach), 0, 1);
            _levels[y] = (int)(256 * (1 - (Darkest * near * near * (3 - (2 * near)))));
        }
    }

    public void Draw(Frame frame)
    {
        for (var y = 0; y < _levels.Length - 1; y += 2)
        {
            // Two rows share their color samples, and so their shade.
            frame.Dim(new Rows(y, 2), _levels[y]);
        }
    }
}
