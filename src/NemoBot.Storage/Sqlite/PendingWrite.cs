namespace NemoBot.Storage.Sqlite;

/// <summary>One call that waits for the writer.</summary>
internal abstract class PendingWrite
{
    private int _taken;

    /// <summary>What it deletes must not be found in the files afterwards.</summary>
    public bool LeavesTraces { get; init; }

    /// <summary>Takes it for running or for giving up, whichever comes first.</summary>
    /// <returns>False if the other one came first.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Does the work inside of a transaction; nobody sees the outcome yet.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>The transaction is on disk.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it was kept.</summary>
    public abstract void Fail(Exception error);
}
