namespace NemoBot.Core.Homes;

/// <summary>Takes up what earlier processes left open.</summary>
public interface ITakeUp
{
    /// <summary>Returns once everything that is open at the start has been taken up.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Takes up, from time to time, open work that was missed and runs nowhere. The lanes of a cluster do that by themselves.</summary>
    Task SweepAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
