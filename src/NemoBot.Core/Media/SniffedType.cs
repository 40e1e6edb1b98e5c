namespace NemoBot.Core.Media;

/// <summary>What a file's first bytes say it is.</summary>
/// <param name="Kind">What it can be used for.</param>
/// <param name="Extension">The usual file ending, without the dot.</param>
/// <param name="MimeType">The media type.</param>
internal sealed record SniffedType(MediaKind Kind, string Extension, string MimeType);
