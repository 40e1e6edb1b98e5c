using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;
using Xunit;

namespace NemoBot.Tests.Rendering;

public sealed class ZoomTests
{
    [Theory]
    [InlineData(32, 1.12, 0.5)]
    [InlineData(332, 1.001, 0)]
    [InlineData(332, 1.12, 1)]
    [InlineData(540, 1.37, 0.3)]
    [InlineData(36, 2.5, 1)]
    public void Every_sample_lies_between_its_neighbors_of_the_source(int width, double zoom, double x)
    {
        const int Height = 34;
        var (source, target) = (new Frame(width, Height), new Frame(width, Height));
        for (var i = 0; i < source.Y.Length; i++)
        {
            source.Y[i] = (byte)(20 + (i * 7919L % 199));
        }

        new ZoomPainter(width, Height).Draw(source, target, new View(zoom, x, 0.5));
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (h, v) = (Place(column, width, zoom, x), Place(row, Height, zoom, 0.5));
                double At(int c, int r) => source.Y[(r * width) + c];
                var (c, r) = ((int)h, (int)v);
                var upper = At(c, r) + ((At(c + 1, r) - At(c, r)) * (h - c));
                var lower = At(c, r + 1) + ((At(c + 1, r + 1) - At(c, r + 1)) * (h - c));
                Assert.Equal(upper + ((lower - upper) * (v - r)), target.Y[(row * width) + column], 8.0);
            }
        }
    }

    /// <summary>Where a sample of the target is in the source.</summary>
    private static double Place(int at, int size, double zoom, double part) =>
        Math.Clamp(((size - (size / zoom)) * part) + ((at + 0.5) / zoom) - 0.5, 0, size - 1.001);
}
