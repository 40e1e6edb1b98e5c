using System.Collections.Frozen;

namespace NemoBot.Web.Files;

/// <summary>
/// Which types a browser may show from this site, by the ending of the name. What the sender claims is not asked: an HTML page sent as
/// <c>audio/mpeg</c> or named <c>x.mp3</c> must stay harmless. SVG can carry scripts and is not among them.
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

    /// <summary>The type that is told in messages; the sender's own word only where the ending says nothing.</summary>
    public static string Of(string name, string? claimed)
    {
        var extension = FileNames.Extension(name);
        return Shown.GetValueOrDefault(extension) ?? Named.GetValueOrDefault(extension) ?? (IsPlain(claimed) ? claimed! : Unknown);
    }

    /// <summary>The type under which the bytes are served for looking at; null: only for saving.</summary>
    public static string? ShownAs(string name) => Shown.GetValueOrDefault(FileNames.Extension(name));

    private static bool IsPlain(string? type) =>
        type is { Length: > 2 and <= 100 } && type.Count(c => c == '/') == 1 && type[0] != '/' && type[^1] != '/'
        && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+' or '_');
}
