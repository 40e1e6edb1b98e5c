using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>A folder of the real file system. Its files are readable by the bot's own user only: they hold messages and tokens.</summary>
internal sealed class PhysicalFolder(string path, long maxBytes) : IDiskFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public bool Exists(string name) => File.Exists(PathOf(name));

    public IDiskFile Open(string name)
    {
        Directory.CreateDirectory(Path);
        var target = PathOf(name);
        if (!OperatingSystem.IsWindows())
        {
            CreatePrivate(target);
        }

        return new PhysicalFile(
            File.OpenHandle(target, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess), target, maxBytes);
    }

    public void Replace(string source, string target) => File.Move(PathOf(source), PathOf(target), overwrite: true);

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>POSIX keeps a new name only after fsync of its folder, which .NET cannot open; other systems journal names themselves.</summary>
    public void Sync()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = OpenFolder(Encoding.UTF8.GetBytes(Path + '\0'), 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {Path} cannot be opened.", Marshal.GetLastPInvokeError());
        }

        var failed = SyncDescriptor(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = CloseDescriptor(descriptor);
        if (failed)
        {
            throw new IOException($"The folder {Path} cannot be synced.", error);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void CreatePrivate(string target)
    {
        if (!File.Exists(target))
        {
            using var created = new FileStream(target, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                UnixCreateMode = OwnerOnly,
            });
        }
        else if (File.GetUnixFileMode(target) != OwnerOnly)
        {
            File.SetUnixFileMode(target, OwnerOnly);
        }
    }

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncDescriptor(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseDescriptor(int descriptor);
}
