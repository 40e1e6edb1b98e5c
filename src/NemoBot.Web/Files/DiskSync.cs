using System.Runtime.InteropServices;
using System.Text;

namespace NemoBot.Web.Files;

/// <summary>Forces files and directory entries to the disk, so that a power failure after a 202 loses nothing.</summary>
internal class DiskSync
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a file or directory.</summary>
    public virtual void Flush(string path)
    {
        if (Directory.Exists(path))
        {
            FlushDirectory(path);
        }
        else
        {
            FlushFile(path);
        }
    }

    private static void FlushFile(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Persists a rename. Not needed on Windows, where the file system's journal covers it.</summary>
    private static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (handle < 0)
        {
            throw new IOException("The directory cannot be opened.", Marshal.GetLastPInvokeError());
        }

        try
        {
            // Some network file systems cannot sync directories; EINVAL is their answer.
            if (Sync(handle) != 0 && Marshal.GetLastPInvokeError() is not 22 and var error)
            {
                throw new IOException("The directory cannot be flushed.", error);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
