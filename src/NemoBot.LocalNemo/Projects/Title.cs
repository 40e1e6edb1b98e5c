namespace NemoBot.LocalNemo.Projects;

/// <summary>A text on the picture. It is wrapped to the frame by display width.</summary>
/// <param name="Text">Any characters; may hold line breaks.</param>
/// <param name="Start">When it appears.</param>
/// <param name="End">When it is gone; null: with the end of the video.</param>
/// <param name="Color">#rrggbb.</param>
/// <param name="Size">Height of a line as a part of the frame's shorter side, 0.02 to 0.4; 0.1 is usual.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="FadeIn">How long it takes to appear.</param>
/// <param name="FadeOut">How long it takes to go.</param>
public sealed record Title(
    string Text, TimeSpan Start, TimeSpan? End, string Color, double Size, VerticalPlace Place, TimeSpan FadeIn, TimeSpan FadeOut);
