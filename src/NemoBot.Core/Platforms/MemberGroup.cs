namespace NemoBot.Core.Platforms;

/// <summary>Some of the members of a conversation, under a name: a role.</summary>
/// <param name="Id">Opaque to everyone but the platform; stable when the group is renamed.</param>
/// <param name="Name">As people know it.</param>
public sealed record MemberGroup(string Id, string Name);
