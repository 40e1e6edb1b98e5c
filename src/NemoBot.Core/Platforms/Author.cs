namespace NemoBot.Core.Platforms;

/// <summary>A person on a platform.</summary>
/// <param name="Id">The platform's id of the person; opaque.</param>
/// <param name="Name">The display name; never an identity.</param>
public sealed record Author(string Id, string Name);
