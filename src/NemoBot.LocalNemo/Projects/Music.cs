namespace NemoBot.LocalNemo.Projects;

/// <summary>Sound below the main material, repeated until the end if it is shorter.</summary>
/// <param name="Asset">Of what.</param>
/// <param name="Volume">0 to 1.</param>
public sealed record Music(Asset Asset, double Volume);
