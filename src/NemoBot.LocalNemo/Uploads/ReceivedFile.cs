namespace NemoBot.LocalNemo.Uploads;

/// <summary>A file that has come in whole but was not looked into yet.</summary>
/// <param name="Path">Path on disk.</param>
/// <param name="Name">The name people gave it, cleaned.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
internal sealed record ReceivedFile(string Path, string Name, long Size, string Hash);
