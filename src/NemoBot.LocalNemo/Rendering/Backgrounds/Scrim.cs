using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>A soft shade over some rows of a picture, so that what is drawn there stands out.</summary>
internal sealed class Scrim
{
    private const double Darkest = 0.5;
    private readonly int[] _levels;

    public Scrim(int height, Rows center)
    {
        var reach = height * 0.14;
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
            // Two rows share their colour samples, and so their shade.
            frame.Dim(new Rows(y, 2), _levels[y]);
        }
    }
}
