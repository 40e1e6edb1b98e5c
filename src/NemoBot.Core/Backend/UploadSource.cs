namespace NemoBot.Core.Backend;

/// <summary>A file on its way to the backend.</summary>
/// <param name="Name">A safe file name with the right ending.</param>
/// <param name="MimeType">For example <c>audio/mpeg</c>.</param>
/// <param name="Size">Bytes, if known: with it the upload has a length and needs no chunking.</param>
/// <param name="OpenAsync">Opens the bytes; called once per try.</param>
public sealed record UploadSource(string Name, string MimeType, long? Size, Func<CancellationToken, Task<Stream>> OpenAsync);
