using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Which types are taken: by the backend, and by a skill.</summary>
internal static class FileTypes
{
    private static readonly string[] CaptionEndings = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt"];

    /// <summary>Whether the backend takes the type as it is.</summary>
    public static bool BackendTakes(TurnContext context, SniffedType type) =>
        context.Backend.Traits.UploadTypes.Contains(type.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a skill works with a file, as it is or after converting. Pictures go with every skill: as cover or background.
    /// So do captions and lyrics.
    /// </summary>
    /// <param name="skill">The skill.</param>
    /// <param name="type">The file's type.</param>
    /// <param name="besideVideo">A video is among the files: a skill that merges takes it with any sound, whatever it lists.</param>
    public static bool SkillTakes(Skill skill, SniffedType type, bool besideVideo) => type.Kind switch
    {
        MediaKind.Image => true,
        MediaKind.Text => true,
        _ when skill.AcceptedTypes.Contains(type.Extension, StringComparer.OrdinalIgnoreCase) => true,
        MediaKind.Audio when besideVideo => true,

        // Sound of any other kind becomes M4A on its way, moving pictures become MP4.
        MediaKind.Audio => !IsCommon(type) && skill.AcceptedTypes.Any(t => t is "m4a" or "mp3"),
        MediaKind.Video => skill.AcceptedTypes.Contains("mp4", StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Text that says by its content or its name that it holds captions or lyrics.</summary>
    public static bool IsCaptions(SniffedType type, string name) =>
        type.Kind == MediaKind.Text && (type.Extension != "txt" || CaptionEndings.Contains(Path.GetExtension(name).ToLowerInvariant()));

    /// <summary>The skill's types as a list to read.</summary>
    public static string List(TurnContext context) => TurnFailures.ListTypes(context.Skill);

    /// <summary>The MIME type of what the media tools write.</summary>
    public static string MimeOf(string extension) => extension switch
    {
        "m4a" => "audio/mp4",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    };

    private static bool IsCommon(SniffedType type) => type.Extension is "mp3" or "wav" or "m4a" or "aac";
}
