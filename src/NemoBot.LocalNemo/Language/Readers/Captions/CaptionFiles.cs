using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Files with captions or lyrics.</summary>
internal static class CaptionFiles
{
    private static readonly string[] Endings = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt"];

    /// <summary>The file whose captions are not shown yet: one that has just come, else any while there are no captions; null if there is none.</summary>
    public static Asset? Waiting(Reading reading) =>
        reading.Unused(Is) is { } file && (reading.Project.Captions is null || reading.Situation.NewFiles.Any(f => f.Id == file.Id)) ? file : null;

    /// <summary>A file that is called like captions.</summary>
    public static bool Is(Asset file) => Endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
