using System.Collections.Concurrent;

namespace NemoBot.Storage.Sqlite;

/// <summary>
/// The only one that writes. While one commit waits for the disk, further calls gather; the next commit takes them all, so that
/// the time per call falls as the load rises. A call that fails is undone alone; the others of its batch are kept.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly BlockingCollection<PendingWrite> _queue = [];
    private readonly SqliteSession _session;
    private readonly string _path;
    private readonly int _batchSize;
    private readonly Thread _thread;
    private bool _disposed;

    public SqliteWriter(SqliteSession session, string path, int batchSize)
    {
        _session = session;
        _path = path;
        _batchSize = batchSize;
        _thread = new Thread(Run) { IsBackground = true, Name = "nemobot store" };
        _thread.Start();
    }

    /// <summary>The statements prepared so far.</summary>
    public IEnumerable<string> Statements => _session.Statements;

    /// <summary>Queues work; the task ends once it is on disk.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        QueueAsync(new PendingResult<T>(work), cancellationToken);

    /// <summary>Queues work that deletes what must not be found in the file afterwards.</summary>
    public Task<bool> EraseAsync(Action<SqliteSession> work, CancellationToken cancellationToken) =>
        QueueAsync(new PendingResult<bool>(s => Erase(s, work)) { LeavesTraces = true }, cancellationToken);

    /// <summary>Carries out what is queued, then closes.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _queue.CompleteAdding();
        _thread.Join();
        _session.Dispose();
    }

    private async Task<T> QueueAsync<T>(PendingResult<T> pending, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(!TryAdd(pending), typeof(SqliteBotStore));
        using var registration = cancellationToken.UnsafeRegister((state, token) => ((PendingResult<T>)state!).Cancel(token), pending);
        return await pending.Task.ConfigureAwait(false);
    }

    private bool TryAdd(PendingWrite pending)
    {
        try
        {
            _queue.Add(pending);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Run()
    {
        var batch = new List<PendingWrite>(_batchSize);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < _batchSize && _queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            batch.RemoveAll(p => !p.TryTake());
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        var kept = new List<PendingWrite>(batch.Count);
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var pending in batch)
            {
                if (RunOne(pending))
                {
                    kept.Add(pending);
                }
            }

            _session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            // Whatever it is, the writer goes on: without it the bot would hang and not fail.
            Undo();
            batch.ForEach(p => p.Fail(StoreErrors.Translate(e, _path)));
            return;
        }

        if (kept.Exists(p => p.LeavesTraces))
        {
            RemoveTraces();
        }

        kept.ForEach(p => p.Complete());
    }

    /// <summary>Runs one call in a savepoint. An error after which SQLite gave up the whole transaction goes up to the batch.</summary>
    private bool RunOne(PendingWrite pending)
    {
        _session.Execute("SAVEPOINT one");
        try
        {
            pending.Run(_session);
            _session.Execute("RELEASE one");
            return true;
        }
        catch (Exception e) when (_session.InTransaction)
        {
            _session.Execute("ROLLBACK TO one");
            _session.Execute("RELEASE one");
            pending.Fail(StoreErrors.IsExpected(e) ? StoreErrors.Translate(e, _path) : e);
            return false;
        }
    }

    private static bool Erase(SqliteSession session, Action<SqliteSession> work)
    {
        work(session);
        return true;
    }

    /// <summary>
    /// Deleted rows are overwritten in the file, but their last copy still lies in the write-ahead log: it is emptied.
    /// Somebody who reads at this moment can hold it; then the next checkpoint does it.
    /// </summary>
    private void RemoveTraces()
    {
        try
        {
            _session.ExecuteOnce("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception e) when (StoreErrors.IsExpected(e))
        {
            // The rows are gone for every reader of the database; only this extra step failed.
        }
    }

    private void Undo()
    {
        try
        {
            if (_session.InTransaction)
            {
                _session.Execute("ROLLBACK");
            }
        }
        catch (Exception e) when (StoreErrors.IsExpected(e))
        {
            // The transaction is gone either way; the error that led here is the one to report.
        }
    }
}
