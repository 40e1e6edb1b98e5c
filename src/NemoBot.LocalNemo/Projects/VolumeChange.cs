namespace NemoBot.LocalNemo.Projects;

/// <summary>A part of a sound that has a volume of its own. Cuts of the timeline leave it where it is in the asset.</summary>
/// <param name="From">Start position in the asset.</param>
/// <param name="To">End position in the asset.</param>
/// <param name="Level">0 to 2, on top of the volume of the whole.</param>
internal sealed record VolumeChange(TimeSpan From, TimeSpan To, double Level)
{
    /// <summary>A tone is heard there; the level is 0.</summary>
    public bool Bleeps { get; init; }
}
