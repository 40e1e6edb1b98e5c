namespace NemoBot.Core.Platforms;

/// <summary>A person as the platform knows them.</summary>
/// <param name="Id">The platform's id of the person; opaque.</param>
/// <param name="Name">What others see; never used as an identity.</param>
public sealed record Author(string Id, string Name);
