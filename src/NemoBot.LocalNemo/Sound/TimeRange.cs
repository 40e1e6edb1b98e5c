namespace NemoBot.LocalNemo.Sound;

/// <summary>A part of a timeline or of an asset.</summary>
/// <param name="Start">First moment.</param>
/// <param name="End">First moment after it.</param>
internal readonly record struct TimeRange(TimeSpan Start, TimeSpan End)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => End - Start;
}
