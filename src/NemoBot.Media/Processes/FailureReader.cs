using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Tells from FFmpeg's last words what kind of problem it had.</summary>
internal static class FailureReader
{
    private static readonly string[] DiskFull = ["No space left on device", "Disk quota exceeded"];

    private static readonly string[] Unreadable =
    [
        "Invalid data found", "moov atom not found", "does not contain any stream", "matches no streams", "Error opening input",
        "could not find codec parameters", "Could not find codec parameters", "Format not on whitelist", "Not whitelisted",
        "Error while decoding", "Invalid argument", "Unknown format", "Failed to read frame size", "Decoder (codec", "partial file",
        "Output file is empty", "Error while opening decoder", "Cannot determine format", "Unable to find a suitable", "End of file",
    ];

    public static MediaException Read(MediaTool tool, int exitCode, string tail) =>
        new(Classify(tail), $"{tool} ended with {exitCode}: {tail}");

    private static MediaProblem Classify(string tail) =>
        DiskFull.Any(words => tail.Contains(words, StringComparison.Ordinal)) ? MediaProblem.DiskFull
        : Unreadable.Any(words => tail.Contains(words, StringComparison.Ordinal)) ? MediaProblem.Unreadable
        : MediaProblem.Failed;
}
