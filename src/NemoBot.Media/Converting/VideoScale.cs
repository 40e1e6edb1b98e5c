namespace NemoBot.Media.Converting;

/// <summary>Sizes of pictures.</summary>
internal static class VideoScale
{
    /// <summary>Makes the shorter side at most <paramref name="shorter"/>; both sides even, as yuv420p needs.</summary>
    public static (int Width, int Height) Shrink(int width, int height, int shorter)
    {
        var factor = Math.Min(1.0, (double)shorter / Math.Min(width, height));
        return (Even(width * factor), Even(height * factor));
    }

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);
}
