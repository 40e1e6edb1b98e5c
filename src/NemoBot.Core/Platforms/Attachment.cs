namespace NemoBot.Core.Platforms;

/// <summary>A file that came with a message: a durable reference, not an open stream.</summary>
/// <param name="Name">The name the sender gave; not to be trusted as a path.</param>
/// <param name="MimeType">As the platform reports it, if it does.</param>
/// <param name="Size">Bytes, if known before loading.</param>
/// <param name="Reference">
/// What the platform needs to open the file again, after a restart too: a file id, a message and attachment id, a spooled path.
/// </param>
public sealed record Attachment(string Name, string? MimeType, long? Size, string Reference);
