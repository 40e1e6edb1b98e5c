using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Finds programs in PATH, so that a missing program is distinguished from one that fails.</summary>
internal static class ToolLocator
{
    public static string Require(string nameOrPath) =>
        Find(nameOrPath) ?? throw new MediaException(MediaProblem.ToolMissing, $"{Path.GetFileName(nameOrPath)} is not installed.");

    public static string? Find(string nameOrPath)
    {
        if (nameOrPath.Contains('/', StringComparison.Ordinal))
        {
            return IsExecutable(nameOrPath) ? Path.GetFullPath(nameOrPath) : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, nameOrPath))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
