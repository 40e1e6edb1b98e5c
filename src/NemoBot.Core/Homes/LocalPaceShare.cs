namespace NemoBot.Core.Homes;

/// <summary>The only process has the limits to itself: its own pacing is enough.</summary>
public sealed class LocalPaceShare : IPaceShare
{
    /// <inheritdoc />
    public int Processes => 1;

    /// <inheritdoc />
    public Task<TimeSpan> ReserveAsync(string name, TimeSpan length, CancellationToken cancellationToken) => Task.FromResult(TimeSpan.Zero);
}
