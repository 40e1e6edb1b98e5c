using LiteDB;
using LiteDB.Engine;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>
/// Copies all documents into a new file that takes the place of the data file. Runs in steps between the calls of the bot; what they
/// change meanwhile is noted and copied again, until so little is left that the last step is short.
/// </summary>
internal sealed class Compaction : IDisposable
{
    private readonly IDiskFile _file;
    private readonly MemoryStream _log = new();
    private readonly LiteEngine _engine;
    private readonly Session _target;
    private readonly Session _source;
    private readonly HashSet<(string Collection, BsonValue Id)> _changed = [];
    private readonly Queue<string> _collections;
    private BsonValue _after = BsonValue.MinValue;
    private bool _isFinished;

    private Compaction(EngineHost host, Action<Session> prepare)
    {
        _source = host.Session;
        _file = host.Files.OpenReplacement();
        _file.Write(0, [DatabaseFiles.EmptyDatabase()]);
        _engine = new LiteEngine(new EngineSettings
        {
            DataStream = new DatabaseStream(_file, isSynced: false),
            LogStream = _log,
            TempStream = new MemoryStream(),
            Collation = Collation.Binary,
        });
        _target = new Session(_engine);
        prepare(_target);
        _collections = new Queue<string>(_source.Collections());
        _source.Changed = (collection, id) => _changed.Add((collection, id));
    }

    /// <summary>Compacts the database.</summary>
    /// <param name="thread">The engine.</param>
    /// <param name="prepare">Gives an empty database its indexes and version.</param>
    /// <param name="stepSize">Documents of one step.</param>
    /// <param name="cancellationToken">Cancels the operation; the database stays as it was.</param>
    /// <returns>False if something came between and the file stays as it is.</returns>
    public static async Task<bool> RunAsync(EngineThread thread, Action<Session> prepare, int stepSize, CancellationToken cancellationToken)
    {
        var compaction = await thread.RunAsync(CallKind.Maintain, host => new Compaction(host, prepare), cancellationToken).ConfigureAwait(false);
        try
        {
            while (await thread.RunAsync(CallKind.Maintain, host => compaction.Step(host, stepSize), cancellationToken).ConfigureAwait(false))
            {
            }

            await Task.Run(compaction._file.Sync, cancellationToken).ConfigureAwait(false);
            return await thread.RunAsync(CallKind.Maintain, compaction.Finish, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await thread.RunAsync(CallKind.Maintain, compaction.Abandon, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _engine.Dispose();
        _log.Dispose();
        _file.Dispose();
    }

    /// <returns>False if little enough is left for the last step.</returns>
    private bool Step(EngineHost host, int size)
    {
        if (host.Session != _source)
        {
            return false;
        }

        if (_collections.TryPeek(out var collection))
        {
            CopyNext(collection, size);
            return true;
        }

        CopyChanged(size);
        return _changed.Count > size;
    }

    private void CopyNext(string collection, int size)
    {
        var documents = _source.After(collection, _after, size);
        _target.Begin();
        documents.ForEach(d => _target.Upsert(collection, d));
        _target.Commit();
        CheckpointTarget();
        _after = documents.Count == size ? documents[^1]["_id"] : BsonValue.MinValue;
        if (documents.Count < size)
        {
            _collections.Dequeue();
        }
    }

    private void CopyChanged(int size)
    {
        var batch = _changed.Take(size).ToList();
        _target.Begin();
        foreach (var (collection, id) in batch)
        {
            if (_source.Get(collection, id) is { } document)
            {
                _target.Upsert(collection, document);
            }
            else
            {
                _target.Delete(collection, id);
            }
        }

        _target.Commit();
        CheckpointTarget();
        batch.ForEach(b => _changed.Remove(b));
    }

    private void CheckpointTarget()
    {
        const int LargestLog = 400 * SealedLog.PageSize;
        if (_log.Length > LargestLog)
        {
            _engine.Checkpoint();
        }
    }

    private bool Finish(EngineHost host)
    {
        // An engine that was reopened in between has not reported all changes.
        if (host.Session != _source || host.Holds > 0)
        {
            return false;
        }

        CopyChanged(int.MaxValue);
        _engine.Checkpoint();
        _file.Sync();
        Dispose();
        _isFinished = true;
        host.Checkpoint();
        host.Replace();
        return true;
    }

    private bool Abandon(EngineHost host)
    {
        _source.Changed = null;
        if (!_isFinished)
        {
            Dispose();
            host.Files.DeleteReplacement();
        }

        return _isFinished;
    }
}
