namespace NemoBot.LocalNemo.Projects;

/// <summary>The moving picture of the sound.</summary>
/// <param name="Style">How it is drawn.</param>
/// <param name="Color">#rrggbb.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Visual(VisualStyle Style, string Color, VerticalPlace Place);
