using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Files with captions or lyrics.</summary>
internal static class CaptionFiles
{
    private static readonly string[] Endings = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt"];

    /// <summary>A file that is called like captions.</summary>
    public static bool Is(Asset file) => Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
