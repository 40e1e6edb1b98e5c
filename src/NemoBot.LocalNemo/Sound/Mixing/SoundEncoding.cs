using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How finished sound is encoded.</summary>
internal static class SoundEncoding
{
    private const int Usual = 192_000;

    /// <summary>Fewer bits are better spent on one channel.</summary>
    private const int StereoAbove = 64_000;

    /// <summary>FFmpeg's arguments for a file, by its extension: .mp3, .m4a or, without an index, .aac.</summary>
    /// <param name="target">The file.</param>
    /// <param name="bitrate">Bits per second; 0: as usual.</param>
    /// <param name="hasEqualChannels">Left and right are the same: AAC writes the difference of the two, which is nothing, and needs half of the bits.</param>
    public static IReadOnlyList<string> For(string target, int bitrate = 0, bool hasEqualChannels = false)
    {
        var extension = Path.GetExtension(target).ToLowerInvariant();
        var usual = hasEqualChannels && extension == ".aac" ? Usual / 2 : Usual;
        string[] rate = ["-b:a", $"{(bitrate == 0 ? usual : bitrate)}", .. bitrate is > 0 and <= StereoAbove ? (string[])["-ac", "1"] : []];
        return extension switch
        {
            ".mp3" => ["-c:a", "libmp3lame", .. rate, "-id3v2_version", "3", "-f", "mp3"],
            ".aac" => ["-c:a", "aac", .. rate, "-f", "adts"],
            _ => ["-c:a", "aac", .. rate, "-f", "ipod"],
        };
    }

    /// <summary>FFmpeg's arguments for the tags, with the cover as the second input.</summary>
    public static IReadOnlyList<string> Tag(FileTags tags) =>
    [
        .. tags.Cover is { } cover
            ? (string[])["-i", FfmpegArguments.FileName(cover), "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v:0", "attached_pic", "-metadata:s:v", "comment=Cover (front)"]
            : [],
        .. tags.Labels,
    ];
}
