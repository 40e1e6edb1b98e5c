namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>How many frames a time takes: the same rounding everywhere.</summary>
internal static class FrameCount
{
    public static long Of(TimeSpan time, double frameRate) => (long)Math.Round(time.TotalSeconds * FrameRates.Exact(frameRate));
}
