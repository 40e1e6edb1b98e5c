namespace NemoBot.LocalNemo.Projects;

/// <summary>The picture's size in pixels (both even) and its frames per second.</summary>
public sealed record Canvas(int Width, int Height, int FrameRate);
