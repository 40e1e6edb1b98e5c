namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How finished sound is encoded.</summary>
internal static class SoundEncoding
{
    /// <summary>FFmpeg's arguments for a file, by its extension: .mp3 or .m4a.</summary>
    public static IReadOnlyList<string> For(string target) =>
        Path.GetExtension(target).Equals(".mp3", StringComparison.OrdinalIgnoreCase)
            ? ["-c:a", "libmp3lame", "-b:a", "192k", "-f", "mp3"]
            : ["-c:a", "aac", "-b:a", "192k", "-f", "ipod"];
}
