namespace NemoBot.Speech.Models;

/// <summary>A model file that is published.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="File">The file's name.</param>
/// <param name="Repository">Path on the site, without the file's name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
public sealed record SpeechModel(string Name, string File, string Repository, long Size, string Hash);
