using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Reads what the system says about our own writing.</summary>
public static class DiskTrouble
{
    /// <summary>ENOSPC and EDQUOT of Linux, as .NET passes them on.</summary>
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    /// <summary>Windows: ERROR_DISK_FULL.</summary>
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The same problem as a <see cref="MediaException"/>.</summary>
    public static MediaException Read(IOException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var isFull = exception.HResult is NoSpace or QuotaExceeded or WindowsDiskFull;
        return new MediaException(isFull ? MediaProblem.DiskFull : MediaProblem.Failed, exception.Message);
    }
}
