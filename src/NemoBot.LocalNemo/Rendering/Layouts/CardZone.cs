namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Where a picture is shown whole.</summary>
/// <param name="CenterX">In pixels.</param>
/// <param name="CenterY">In pixels.</param>
/// <param name="Width">Most pixels.</param>
/// <param name="Height">Most pixels.</param>
/// <param name="IsRound">Cut to a disc.</param>
internal sealed record CardZone(double CenterX, double CenterY, int Width, int Height, bool IsRound);
