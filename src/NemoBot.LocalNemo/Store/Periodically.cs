namespace NemoBot.LocalNemo.Store;

/// <summary>Repeats work that ends with its cancellation, without an error.</summary>
internal static class Periodically
{
    /// <param name="interval">Between the beginnings; work that takes longer skips some.</param>
    /// <param name="clock">The time.</param>
    /// <param name="work">Handles its own failures; false ends the repetition.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(TimeSpan interval, TimeProvider clock, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken) && await work(cancellationToken))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // The end that was asked for.
        }
    }
}
