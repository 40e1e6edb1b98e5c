using NemoBot.Core.Telemetry;

namespace NemoBot.Core.Status;

/// <summary>Measures how long news wait for the edit that shows them, and counts those that newer ones replace.</summary>
internal sealed class EditWatch(string platform, TimeProvider clock)
{
    private long _newsAt;
    private long _takenNewsAt;

    /// <summary>Content was put in line.</summary>
    /// <param name="replaces">Other content waited and is dropped.</param>
    public void Put(bool replaces)
    {
        _newsAt = clock.GetTimestamp();
        if (replaces)
        {
            BotMetrics.EditDropped(platform);
        }
    }

    /// <summary>The content in line is being sent.</summary>
    public void Take() => _takenNewsAt = _newsAt;

    /// <summary>The platform accepted it.</summary>
    public void Show() => BotMetrics.EditShown(platform, clock.GetElapsedTime(_takenNewsAt));
}
