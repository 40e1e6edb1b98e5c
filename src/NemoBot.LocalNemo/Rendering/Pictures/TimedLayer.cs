namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>A picture over the background, and when it is seen.</summary>
/// <param name="Picture">What is seen.</param>
/// <param name="Start">First moment.</param>
/// <param name="End">End; null: with the video.</param>
/// <param name="FadeIn">How long it takes to appear.</param>
/// <param name="FadeOut">How long it takes to go.</param>
internal sealed record TimedLayer(Layer Picture, TimeSpan Start, TimeSpan? End, TimeSpan FadeIn, TimeSpan FadeOut)
{
    /// <summary>0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>How much of it is seen, 0 to 256.</summary>
    public int LevelAt(TimeSpan time, TimeSpan duration)
    {
        var end = End ?? duration;
        if (time < Start || time >= end)
        {
            return 0;
        }

        var up = FadeIn > TimeSpan.Zero ? (time - Start) / FadeIn : 1;
        var down = FadeOut > TimeSpan.Zero ? (end - time) / FadeOut : 1;
        return (int)(256 * Opacity * Math.Clamp(Math.Min(up, down), 0, 1));
    }
}
