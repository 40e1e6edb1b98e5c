namespace NemoBot.Core.Platforms;

/// <summary>A named group of members: a role.</summary>
/// <param name="Id">Opaque to everything but the platform; stable over a rename.</param>
/// <param name="Name">The display name.</param>
public sealed record MemberGroup(string Id, string Name);
