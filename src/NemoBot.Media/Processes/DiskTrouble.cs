using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Maps failures of our own writing to <see cref="MediaException"/>.</summary>
public static class DiskTrouble
{
    public static MediaException Read(IOException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new MediaException(DiskErrors.IsFull(exception) ? MediaProblem.DiskFull : MediaProblem.Failed, exception.Message);
    }
}
