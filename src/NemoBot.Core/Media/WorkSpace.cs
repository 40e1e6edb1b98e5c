namespace NemoBot.Core.Media;

/// <summary>Guards the disk that scratch files are on.</summary>
internal static class WorkSpace
{
    /// <summary>Refuses work while space is short.</summary>
    /// <exception cref="MediaException">With <see cref="MediaProblem.DiskFull"/>.</exception>
    public static void Require(WorkOptions options)
    {
        var folder = Directory.CreateDirectory(options.Folder);
        if (new DriveInfo(folder.FullName).AvailableFreeSpace < options.MinFreeBytes)
        {
            throw new MediaException(MediaProblem.DiskFull, "Less is free on the disk than NemoBot:Work:MinFreeBytes.");
        }

        if (options.MaxBytes > 0 && FileSizes.Of(folder) > options.MaxBytes)
        {
            throw new MediaException(MediaProblem.DiskFull, "Scratch files take more than NemoBot:Work:MaxBytes.");
        }
    }

    /// <summary>Deletes what work that ended long ago has left.</summary>
    /// <returns>The number of folders.</returns>
    /// <exception cref="AggregateException">Some cannot be deleted; the others are.</exception>
    public static int Sweep(WorkOptions options, DateTimeOffset now)
    {
        var deleted = 0;
        List<Exception> failures = [];
        foreach (var folder in new DirectoryInfo(options.Folder) is { Exists: true } all ? all.GetDirectories() : [])
        {
            if (now - folder.LastWriteTimeUtc <= options.MaxAge)
            {
                continue;
            }

            try
            {
                folder.Delete(recursive: true);
                deleted++;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? deleted : throw new AggregateException(failures);
    }
}
