namespace NemoBot.Core.Homes;

/// <summary>Takes up what earlier processes left open.</summary>
public interface ITakeUp
{
    /// <summary>Returns once everything that is open at the start has been claimed.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Completes once the work of a platform has been taken up, which may ask the platform: one that does not answer must not keep the
    /// others from starting.
    /// </summary>
    Task TakenUpAsync(string platform) => Task.CompletedTask;

    /// <summary>Takes up, from time to time, open work that was missed and runs nowhere. The lanes of a cluster do that by themselves.</summary>
    Task SweepAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
