using System.Runtime.InteropServices;
using System.Text;

namespace NemoBot.Web.Files;

/// <summary>
/// Hard-links a file: a delivered video takes no second copy, and the bot may delete its own.
/// </summary>
internal static class HardLink
{
    public static async Task OrCopyAsync(string path, string target, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() && Link(Encoding.UTF8.GetBytes(path + '\0'), Encoding.UTF8.GetBytes(target + '\0')) == 0)
        {
            return;
        }

        // Another disk, or a file system without hard links.
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        await from.CopyToAsync(to, 1 << 17, cancellationToken);
    }

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);
}
