using Microsoft.Extensions.Logging;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.LiteDb.Records;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.LiteDb;

/// <summary>Opens the database of a data folder and runs calls on its engine.</summary>
internal sealed partial class StoreDatabase(StorageOptions options, ILogger<StoreDatabase> logger) : IDisposable
{
    /// <summary>Rows that one step of long work touches.</summary>
    public const int StepSize = 200;

    private const string OldFileName = "nemobot.db";
    private readonly SemaphoreSlim _opening = new(1, 1);
    private EngineThread? _thread;

    /// <summary>How it is set up.</summary>
    public StorageOptions Options { get; } = options;

    /// <summary>Where the files are; tests put a simulated disk here.</summary>
    public IDiskFolder Folder { get; init; } = new PhysicalFolder(options.DataFolder, options.MaxBytes);

    /// <summary>The engine.</summary>
    public EngineThread Thread => _thread ?? throw new InvalidOperationException("Call InitializeAsync before anything else.");

    /// <summary>Opens the files, brings them to the newest version, and finishes what a crash interrupted.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_thread is null)
            {
                MentionOldFile();
                var host = await Task.Run(OpenHost, cancellationToken).ConfigureAwait(false);
                _thread = new EngineThread(host, Options.BatchSize, Options.CheckpointPages, logger);
                if (await ReadAsync(s => Channel.Forgotten(s).Count > 0, cancellationToken).ConfigureAwait(false))
                {
                    await EraseForgottenAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Runs a call that reads.</summary>
    public Task<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) => RunAsync(CallKind.Read, work, cancellationToken);

    /// <summary>Runs a call that writes; the task completes once it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) => RunAsync(CallKind.Write, work, cancellationToken);

    /// <summary>Runs a call that writes; the task completes once it is durable.</summary>
    public Task<bool> WriteAsync(Action<Session> work, CancellationToken cancellationToken) => WriteAsync(Returning(work), cancellationToken);

    /// <summary>Runs a call after which what it deleted is in no byte of the files.</summary>
    public Task<bool> EraseAsync(Action<Session> work, CancellationToken cancellationToken) => RunAsync(CallKind.Erase, Returning(work), cancellationToken);

    /// <summary>Deletes the rows of forgotten conversations. Once begun it is finished, whatever becomes of the caller.</summary>
    public async Task EraseForgottenAsync()
    {
        while (await WriteAsync(s => ConversationErasure.Step(s, StepSize), CancellationToken.None).ConfigureAwait(false))
        {
        }

        await EraseAsync(_ => { }, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Runs what is queued and closes the files.</summary>
    public void Dispose() => _thread?.Dispose();

    private static Func<Session, bool> Returning(Action<Session> work) => s =>
    {
        work(s);
        return true;
    };

    private Task<T> RunAsync<T>(CallKind kind, Func<Session, T> work, CancellationToken cancellationToken) =>
        Thread.RunAsync(kind, host => work(host.Session), cancellationToken);

    private EngineHost OpenHost()
    {
        var host = EngineHost.Open(Folder, logger);
        try
        {
            Collections.Upgrade(host);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private void MentionOldFile()
    {
        var old = Path.Combine(Folder.Path, OldFileName);
        if (File.Exists(old))
        {
            LogOldFile(logger, old);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {Path} is from a version of NemoBot that kept its state in SQLite; it is not read any more and was left as it is.")]
    private static partial void LogOldFile(ILogger logger, string path);
}
