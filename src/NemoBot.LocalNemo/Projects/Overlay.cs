namespace NemoBot.LocalNemo.Projects;

/// <summary>A picture in a corner, such as a logo.</summary>
/// <param name="Asset">The picture; its transparency is kept.</param>
/// <param name="Corner">Which corner.</param>
/// <param name="Size">Its longer side as a part of the frame's shorter side.</param>
/// <param name="Margin">Distance from both edges as a part of the frame's shorter side.</param>
internal sealed record Overlay(Asset Asset, Corner Corner, double Size, double Margin)
{
    /// <summary>0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>When it appears.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>When it goes; null: with the end of the video.</summary>
    public TimeSpan? End { get; init; }
}
