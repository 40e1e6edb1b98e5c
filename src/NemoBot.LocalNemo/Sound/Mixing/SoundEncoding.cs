using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How finished sound is encoded.</summary>
internal static class SoundEncoding
{
    private static readonly string[] Aac = ["-c:a", "aac", "-b:a", "192k"];

    /// <summary>FFmpeg's arguments for a file, by its extension: .mp3, .m4a or, without an index, .aac.</summary>
    public static IReadOnlyList<string> For(string target) =>
        Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".mp3" => ["-c:a", "libmp3lame", "-b:a", "192k", "-id3v2_version", "3", "-f", "mp3"],
            ".aac" => [.. Aac, "-f", "adts"],
            _ => [.. Aac, "-f", "ipod"],
        };

    /// <summary>FFmpeg's arguments for the tags, with the cover as the second input.</summary>
    public static IReadOnlyList<string> Tag(FileTags tags) =>
    [
        .. tags.Cover is { } cover
            ? (string[])["-i", FfmpegArguments.FileName(cover), "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v:0", "attached_pic", "-metadata:s:v", "comment=Cover (front)"]
            : [],
        .. tags.Labels,
    ];
}
