namespace NemoBot.LocalNemo.Projects;

/// <summary>A part of the video.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal sealed record VideoPart(TimeSpan From, TimeSpan To);
