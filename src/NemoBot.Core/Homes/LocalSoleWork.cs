namespace NemoBot.Core.Homes;

/// <summary>The only process does all the work.</summary>
public sealed class LocalSoleWork : ISoleWork
{
    /// <inheritdoc />
    public Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work(cancellationToken);
    }
}
