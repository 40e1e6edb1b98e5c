namespace NemoBot.Core.Platforms;

/// <summary>What a player needs before the file is loaded.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Duration">Length.</param>
/// <param name="PosterPath">A JPEG of at most 320 pixels a side and 200 kB, or null.</param>
public sealed record VideoFacts(int Width, int Height, TimeSpan Duration, string? PosterPath);
