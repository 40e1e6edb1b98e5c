namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>A file that the stand-in holds.</summary>
/// <param name="Id">The file id.</param>
/// <param name="Name">Its name.</param>
/// <param name="MimeType">What it is.</param>
/// <param name="Size">Bytes as told; the content may be left out for files that are too large anyway.</param>
/// <param name="Content">The bytes.</param>
internal sealed record StandInFile(string Id, string Name, string MimeType, long Size, byte[] Content);
