using NemoBot.Core.Homes;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Fails once before it lets the work begin.</summary>
internal sealed class TroubledSoleWork : ISoleWork
{
    private int _runs;

    public int Runs => Volatile.Read(ref _runs);

    public Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _runs) == 1 ? Task.FromException(new InvalidOperationException("nobody knows")) : work(cancellationToken);
}
