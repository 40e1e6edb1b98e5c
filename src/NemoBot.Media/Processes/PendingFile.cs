using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>
/// A file that takes its name only when it is complete. Disposed before that, it is gone.
/// </summary>
public sealed class PendingFile : IDisposable
{
    private readonly string _target;

    /// <summary>Picks a temporary name next to the target, with the same extension: FFmpeg chooses the format by it.</summary>
    public PendingFile(string target)
    {
        _target = System.IO.Path.GetFullPath(target);
        var folder = System.IO.Path.GetDirectoryName(_target)!;
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, $".part-{Guid.NewGuid():N}{System.IO.Path.GetExtension(_target)}");
    }

    /// <summary>Write here.</summary>
    public string Path { get; }

    /// <summary>Gives it its name.</summary>
    /// <returns>The target's absolute path.</returns>
    /// <exception cref="MediaException">The tool wrote nothing.</exception>
    public string Complete()
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0)
        {
            throw new MediaException(MediaProblem.Failed, "Nothing was written.");
        }

        File.Move(Path, _target, overwrite: true);
        return _target;
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
