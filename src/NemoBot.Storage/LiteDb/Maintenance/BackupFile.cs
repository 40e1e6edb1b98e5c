using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>Writes a backup so that the name appears only once the file is complete and on disk.</summary>
internal static class BackupFile
{
    /// <exception cref="StoreException">Another file has the name.</exception>
    public static void Write(string path, Action<Stream> fill)
    {
        var target = Path.GetFullPath(path);
        RequireFree(target);
        var part = target + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(part);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(part, options))
            {
                fill(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>An older backup is replaced, and an empty file; nobody means to lose anything else.</summary>
    private static void RequireFree(string target)
    {
        if (Directory.Exists(target))
        {
            throw new StoreException(StoreProblem.Unavailable, $"{target} is a folder; name a file in it.");
        }

        if (new FileInfo(target) is { Exists: true, Length: > 0 })
        {
            using var file = new PhysicalFile(File.OpenHandle(target), target, maxBytes: 0);
            if (!DatabaseFiles.IsDatabase(file))
            {
                throw new StoreException(StoreProblem.Unavailable, $"{target} is there already and is no backup; name another file.");
            }
        }
    }
}
