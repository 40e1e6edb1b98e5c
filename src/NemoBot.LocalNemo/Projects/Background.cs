namespace NemoBot.LocalNemo.Projects;

/// <summary>What lies behind everything.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Color">#rrggbb.</param>
/// <param name="SecondColor">#rrggbb, for gradients.</param>
/// <param name="Asset">The picture, or the sound file with the cover.</param>
public sealed record Background(BackgroundKind Kind, string Color, string? SecondColor, Asset? Asset);
