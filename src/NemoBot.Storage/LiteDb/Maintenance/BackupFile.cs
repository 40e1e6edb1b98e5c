namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>Writes a backup so that the name appears only once the file is complete and on disk.</summary>
internal static class BackupFile
{
    public static void Write(string path, Action<Stream> fill)
    {
        var target = Path.GetFullPath(path);
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
}
