namespace NemoBot.Core.Media;

/// <summary>Recognizes a full disk behind an exception of the file system.</summary>
public static class DiskErrors
{
    /// <summary>ENOSPC and EDQUOT on Linux; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.</summary>
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>ENFILE and EMFILE: files can be opened again once others are closed.</summary>
    private static readonly int[] TooManyFiles = [23, 24];

    /// <summary>True if the exception, or a cause of it, says that no space is left.</summary>
    public static bool IsFull(Exception? exception) =>
        exception is not null && ((exception is IOException && Codes.Contains(exception.HResult)) || IsFull(exception.InnerException));

    /// <summary>Maps a failure to read or write a media file.</summary>
    /// <param name="exception">From the file system.</param>
    public static MediaException ToMediaException(IOException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var problem = IsFull(exception) ? MediaProblem.DiskFull : TooManyFiles.Contains(exception.HResult) ? MediaProblem.Killed : MediaProblem.Failed;
        return new MediaException(problem, exception.Message);
    }
}
