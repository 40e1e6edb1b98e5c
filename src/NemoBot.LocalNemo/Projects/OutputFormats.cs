namespace NemoBot.LocalNemo.Projects;

/// <summary>What the kinds of output are called, and their limits.</summary>
internal static class OutputFormats
{
    /// <summary>Longer animated pictures are too large for any chat.</summary>
    public static TimeSpan LongestGif { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The ending of a file's name, with the dot.</summary>
    public static string ExtensionOf(OutputFormat format) => format switch
    {
        OutputFormat.Gif => ".gif",
        OutputFormat.Mp3 => ".mp3",
        OutputFormat.M4a => ".m4a",
        OutputFormat.Srt => ".srt",
        OutputFormat.Vtt => ".vtt",
        _ => ".mp4",
    };

    /// <summary>The media type.</summary>
    public static string MimeOf(OutputFormat format) => format switch
    {
        OutputFormat.Gif => "image/gif",
        OutputFormat.Mp3 => "audio/mpeg",
        OutputFormat.M4a => "audio/mp4",
        OutputFormat.Srt => "application/x-subrip",
        OutputFormat.Vtt => "text/vtt",
        _ => "video/mp4",
    };

    /// <summary>The captions alone, as text.</summary>
    public static bool IsCaptionFile(OutputFormat format) => format is OutputFormat.Srt or OutputFormat.Vtt;

    /// <summary>There is no picture to draw.</summary>
    public static bool IsSound(OutputFormat format) => format is OutputFormat.Mp3 or OutputFormat.M4a;
}
