namespace NemoBot.Core.Homes;

/// <summary>Work that one process does, however many there are: polling a service, retention, registering commands.</summary>
public interface ISoleWork
{
    /// <summary>
    /// Runs the work when and while it is this process's. It is cancelled when another process takes it over, and started again when it
    /// comes back.
    /// </summary>
    /// <param name="name">Names the work. A cursor of the same name is written only by the process that does the work.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Completes when the work has completed by itself; fails when it fails.</returns>
    Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken);
}
