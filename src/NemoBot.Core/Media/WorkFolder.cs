namespace NemoBot.Core.Media;

/// <summary>A folder of one job; it goes with everything in it when the job is over.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder empty, also when a killed process left one behind.</summary>
    /// <exception cref="MediaException">The disk is full or cannot be written, or space is so short that no new work is taken.</exception>
    public static WorkFolder Open(WorkOptions options, string name)
    {
        WorkSpace.Require(options);
        var path = System.IO.Path.Combine(options.Folder, name);
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
        }
        catch (IOException exception)
        {
            throw new MediaException(MediaProblem.DiskFull, exception.Message);
        }

        return new WorkFolder(path);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // The next start removes what is left.
        }
        catch (UnauthorizedAccessException)
        {
            // The same.
        }
    }
}
