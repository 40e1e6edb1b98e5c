using System.Collections.Concurrent;

namespace NemoBot.Storage.Sqlite;

/// <summary>Sessions for reading, opened as they are needed and used again. In WAL mode they never wait for the writer.</summary>
internal sealed class SqliteReaders(string path, StorageOptions options) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _places = new(options.Readers);
    private volatile bool _disposed;

    /// <summary>The statements prepared so far.</summary>
    public IEnumerable<string> Statements => _idle.SelectMany(s => s.Statements).Distinct();

    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteBotStore));
            return Read(read);
        }
        catch (Exception e) when (StoreErrors.IsExpected(e))
        {
            throw StoreErrors.Translate(e, path);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes those that are idle; those at work close when they are done.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        var session = _idle.TryTake(out var idle) ? idle : SqliteSession.Open(path, options, forWriting: false);
        T result;
        try
        {
            result = read(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _idle.Add(session);
        if (_disposed)
        {
            Dispose();
        }

        return result;
    }
}
