namespace NemoBot.LocalNemo.Projects;

/// <summary>Size of the frame in pixels (both even) and frames per second (29.97 is exactly 30000/1001).</summary>
internal sealed record Canvas(int Width, int Height, double FrameRate);
