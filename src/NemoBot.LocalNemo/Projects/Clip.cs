namespace NemoBot.LocalNemo.Projects;

/// <summary>A piece of an asset.</summary>
/// <param name="Asset">Of what.</param>
/// <param name="From">Position in the asset where it begins.</param>
/// <param name="Length">How much of it.</param>
public sealed record Clip(Asset Asset, TimeSpan From, TimeSpan Length);
