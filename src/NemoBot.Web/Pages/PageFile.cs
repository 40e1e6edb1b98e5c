namespace NemoBot.Web.Pages;

/// <summary>A file of the page.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="Type">Its MIME type.</param>
/// <param name="Tag">The ETag.</param>
internal sealed record PageFile(byte[] Bytes, string Type, string Tag);
