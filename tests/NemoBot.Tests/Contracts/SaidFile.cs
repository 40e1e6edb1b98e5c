namespace NemoBot.Tests.Contracts;

/// <summary>A file that somebody drops into a chat.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MimeType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SaidFile(string Name, string MimeType, byte[] Content);
