namespace NemoBot.Core.Timeline;

/// <summary>One piece on a track.</summary>
/// <param name="Label">What people would call it; empty if the draft does not say.</param>
/// <param name="Start">From the start of the timeline.</param>
/// <param name="Duration">Length.</param>
/// <param name="Volume">0 to 1, if the draft says so.</param>
/// <param name="Details">Other readable values (color, fade, size), by their key in the draft, for telling differences.</param>
public sealed record Segment(string Label, TimeSpan Start, TimeSpan Duration, double? Volume, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>Peaks of its sound at even distances, 0 to 1; empty if the draft has none.</summary>
    public IReadOnlyList<double> Peaks { get; init; } = [];

    /// <summary>Where it ends.</summary>
    public TimeSpan End => Start + Duration;
}
