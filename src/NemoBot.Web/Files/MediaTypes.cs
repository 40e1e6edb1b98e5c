using System.Collections.Frozen;

namespace NemoBot.Web.Files;

/// <summary>
/// The types a browser may show from this site, by file extension. The type the sender claims is ignored: an HTML page sent as
/// <c>audio/mpeg</c> or named <c>x.mp3</c> must stay harmless. SVG can contain scripts and is not included.
/// </summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> Shown = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".aac"] = "audio/aac",
        [".avif"] = "image/avif",
        [".flac"] = "audio/flac",
        [".gif"] = "image/gif",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".m4a"] = "audio/mp4",
        [".m4v"] = "video/mp4",
        [".mkv"] = "video/x-matroska",
        [".mov"] = "video/quicktime",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".oga"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".png"] = "image/png",
        [".wav"] = "audio/wav",
        [".weba"] = "audio/webm",
        [".webm"] = "video/webm",
        [".webp"] = "image/webp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".avi"] = "video/x-msvideo",
        [".json"] = "application/json",
        [".lrc"] = "text/plain",
        [".pdf"] = "application/pdf",
        [".srt"] = "application/x-subrip",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain",
        [".vtt"] = "text/vtt",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type named in messages; the sender's claim counts only if the extension is unknown.</summary>
    public static string Of(string name, string? claimed)
    {
        var extension = FileNames.Extension(name);
        return Shown.GetValueOrDefault(extension) ?? Named.GetValueOrDefault(extension) ?? (IsPlain(claimed) ? claimed! : Unknown);
    }

    /// <summary>The type for inline display; null if the file may only be downloaded.</summary>
    public static string? ShownAs(string name) => Shown.GetValueOrDefault(FileNames.Extension(name));

    private static bool IsPlain(string? type) =>
        type is { Length: > 2 and <= 100 } && type.Count(c => c == '/') == 1 && type[0] != '/' && type[^1] != '/'
        && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+' or '_');
}
