namespace NemoBot.Core.Platforms;

/// <summary>A file of a message: a durable reference, not an open stream.</summary>
/// <param name="Name">The sender's name for it; never use it as a path.</param>
/// <param name="MimeType">As reported by the platform; null if it is not.</param>
/// <param name="Size">Bytes; null if unknown before the download.</param>
/// <param name="Reference">
/// What the platform needs to open the file at any time: a file id, a message and attachment id, a spooled path.
/// </param>
public sealed record Attachment(string Name, string? MimeType, long? Size, string Reference);
