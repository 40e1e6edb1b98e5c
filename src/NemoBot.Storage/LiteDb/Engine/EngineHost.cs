using LiteDB.Engine;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// LiteDB on the two files. Only the engine thread uses it. After an error of the disk the engine is dropped and opened again from
/// what is on disk, at the next call if it cannot be done at once: a fault that ends needs no restart.
/// </summary>
internal sealed partial class EngineHost : IDisposable
{
    private readonly ILogger _logger;
    private readonly DatabaseFiles _files;
    private LiteEngine? _engine;
    private Session? _session;

    private EngineHost(DatabaseFiles files, string path, ILogger logger)
    {
        _files = files;
        Path = path;
        _logger = logger;
    }

    /// <summary>Absolute path of the data file.</summary>
    public string Path { get; }

    /// <summary>The files below the engine.</summary>
    public DatabaseFiles Files => _files;

    /// <summary>Pages in the log.</summary>
    public int LogPages => _files.Log.Count;

    /// <summary>While positive, the data file must not change: it is being copied.</summary>
    public int Holds { get; set; }

    /// <summary>The documents; opens the engine again if an error closed it.</summary>
    public Session Session
    {
        get
        {
            if (_session is null)
            {
                Reopen();
            }

            return _session!;
        }
    }

    /// <summary>Opens the database in a folder.</summary>
    public static EngineHost Open(IDiskFolder folder, ILogger logger)
    {
        var path = System.IO.Path.Combine(folder.Path, DatabaseFiles.DataName);
        try
        {
            var host = new EngineHost(DatabaseFiles.Open(folder), path, logger);
            try
            {
                host.Start();
                return host;
            }
            catch
            {
                host.Dispose();
                throw;
            }
        }
        catch (Exception exception)
        {
            throw EngineErrors.Translate(exception, path);
        }
    }

    /// <summary>Makes everything committed so far durable.</summary>
    public void Seal() => _files.Log.Seal();

    /// <summary>Copies the log into the data file and empties it, unless the data file is held.</summary>
    /// <returns>False if it is held.</returns>
    public bool Checkpoint()
    {
        if (Holds > 0)
        {
            return false;
        }

        if (LogPages > 0)
        {
            _ = Session;
            _engine!.Checkpoint();
        }

        return true;
    }

    /// <summary>Drops the engine with everything that is not on disk.</summary>
    public void Drop()
    {
        _session = null;
        var engine = _engine;
        _engine = null;
        try
        {
            engine?.Dispose();
        }
        catch (Exception)
        {
            // Whatever a broken engine says when it is disposed of: what counts is on disk.
        }
    }

    /// <summary>Runs the database on the replacement file from now on. The log must be empty.</summary>
    public void Replace()
    {
        Drop();
        _files.Replace();
        Start();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Drop();
        _files.Dispose();
    }

    private void Reopen()
    {
        _files.Log.Recover();
        Start();
        LogReopened(_logger, Path);
    }

    private void Start()
    {
        if (_files.Log.DroppedBytes > 0)
        {
            LogDropped(_logger, _files.Log.DroppedBytes, Path);
        }

        try
        {
            _engine = new LiteEngine(new EngineSettings
            {
                DataStream = new DatabaseStream(_files.Data),
                LogStream = new SealedLogStream(_files.Log),
                TempStream = new MemoryStream(),
                Collation = LiteDB.Collation.Binary,
            });
            _session = new Session(_engine);
        }
        catch (Exception exception)
        {
            Drop();

            // LiteDB reads pages that make no sense with whatever exception they lead to.
            throw EngineErrors.IsFault(exception) ? exception : new StoreException(StoreProblem.Corrupt, EngineErrors.Damaged(Path), exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Bytes} bytes at the end of the log of {Path} fit no checksum and were dropped: a write that a power cut interrupted, or a damaged disk. Everything before them is kept.")]
    private static partial void LogDropped(ILogger logger, long bytes, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database {Path} was opened again after an error.")]
    private static partial void LogReopened(ILogger logger, string path);
}
