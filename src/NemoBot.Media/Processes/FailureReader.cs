using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Reads from the exit code and from FFmpeg's last words what kind of problem it had.</summary>
internal static class FailureReader
{
    private static readonly string[] DiskFull = ["No space left on device", "Disk quota exceeded"];

    private static readonly string[] OverLimit = ["Cannot allocate memory", "Out of memory", "Error allocating", "get_buffer() failed", "Resource temporarily unavailable", "File too large"];

    /// <summary>128 and SIGXCPU or SIGXFSZ.</summary>
    private static readonly int[] LimitSignals = [128 + 24, 128 + 25];

    /// <summary>128 and SIGKILL or SIGTERM.</summary>
    private static readonly int[] EndSignals = [128 + 9, 128 + 15];

    private static readonly string[] Unreadable =
    [
        "Invalid data found", "moov atom not found", "does not contain any stream", "matches no streams", "Error opening input",
        "could not find codec parameters", "Could not find codec parameters", "Format not on whitelist", "Not whitelisted",
        "Error while decoding", "Invalid argument", "Unknown format", "Failed to read frame size", "Decoder (codec", "partial file",
        "Output file is empty", "Error while opening decoder", "Cannot determine format", "Unable to find a suitable", "End of file",
    ];

    public static MediaException Read(MediaTool tool, int exitCode, string tail) =>
        new(Classify(exitCode, tail), $"{tool} ended with {exitCode}: {tail}");

    private static MediaProblem Classify(int exitCode, string tail) =>
        EndSignals.Contains(exitCode) ? MediaProblem.Killed
        : LimitSignals.Contains(exitCode) || IsIn(tail, OverLimit) ? MediaProblem.OverLimit
        : IsIn(tail, DiskFull) ? MediaProblem.DiskFull
        : IsIn(tail, Unreadable) ? MediaProblem.Unreadable
        : MediaProblem.Failed;

    private static bool IsIn(string tail, string[] words) => words.Any(w => tail.Contains(w, StringComparison.Ordinal));
}
