using NemoBot.Media.Processes;

namespace NemoBot.Media.Joined;

/// <summary>A whole file within a file.</summary>
/// <param name="Path">The file that holds it.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind its last one.</param>
internal readonly record struct FilePart(string Path, long Start, long End)
{
    /// <summary>As an input of FFmpeg and ffprobe.</summary>
    public IReadOnlyList<string> Input =>
        [.. FfmpegArguments.Guard, "-protocol_whitelist", "file,pipe,subfile", "-i", $"subfile,,start,{Start},end,{End},,:{FfmpegArguments.FileName(Path)}"];
}
