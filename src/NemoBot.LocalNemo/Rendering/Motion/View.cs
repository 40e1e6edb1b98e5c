namespace NemoBot.LocalNemo.Rendering.Motion;

/// <summary>What part of a picture a camera sees.</summary>
/// <param name="Zoom">1 is all of it, 2 is half of its width and height.</param>
/// <param name="X">0 is its left edge, 1 its right edge.</param>
/// <param name="Y">0 is its upper edge, 1 its lower edge.</param>
internal readonly record struct View(double Zoom, double X, double Y)
{
    public static View Whole { get; } = new(1, 0.5, 0.5);
}
