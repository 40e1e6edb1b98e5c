namespace NemoBot.Telegram.Api;

/// <summary>A file that goes along with a call.</summary>
/// <param name="Field">The part's name.</param>
/// <param name="Path">Where the bytes are.</param>
/// <param name="FileName">The name people get.</param>
/// <param name="MimeType">What it is.</param>
internal sealed record FilePart(string Field, string Path, string FileName, string MimeType);
