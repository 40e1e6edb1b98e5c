namespace NemoBot.Tests.Hostile;

/// <summary>A file that somebody made, or damaged, to do harm.</summary>
/// <param name="Name">The name it is uploaded under.</param>
/// <param name="What">What is wrong with it, for the report.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record HostileFile(string Name, string What, byte[] Content);
