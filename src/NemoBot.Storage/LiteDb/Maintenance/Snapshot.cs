using LiteDB.Engine;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>
/// The database as it was at one moment, while the bot goes on writing: checkpoints are held back, so that the data file and the
/// log up to its last frame stay what they were.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private const int ChunkSize = 1 << 20;
    private readonly EngineThread _thread;
    private readonly DatabaseFiles _files;
    private readonly IReadOnlyList<SealedPage> _log;
    private readonly long _length;

    private Snapshot(EngineThread thread, DatabaseFiles files)
    {
        _thread = thread;
        _files = files;
        _log = files.Log.SealedPages();
        _length = files.Data.Length;
    }

    /// <summary>Takes one; it must be disposed soon, because the log grows until then.</summary>
    public static Task<Snapshot> TakeAsync(EngineThread thread, CancellationToken cancellationToken) => thread.RunAsync(
        CallKind.Maintain,
        host =>
        {
            host.Holds++;
            return new Snapshot(thread, host.Files);
        },
        cancellationToken);

    /// <summary>Writes it as one data file without a log, and opens it to see that it is whole.</summary>
    public void WriteTo(Stream target, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkSize];
        for (long offset = 0; offset < _length; offset += chunk.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = _files.Data.Read(offset, chunk.AsSpan(0, (int)Math.Min(chunk.Length, _length - offset)));
            target.Write(chunk, 0, count);
        }

        using var log = new MemoryStream();
        foreach (var page in _log)
        {
            var count = _files.Log.ReadSealed(page, chunk);
            log.Write(chunk, 0, count);
        }

        using var engine = new LiteEngine(new EngineSettings { DataStream = target, LogStream = log, Collation = LiteDB.Collation.Binary });
        engine.Checkpoint();
    }

    /// <summary>How many pages of the data file are free, and how many there are.</summary>
    public (long Free, long All) CountPages()
    {
        const int TypeOffset = 4;
        Span<byte> type = stackalloc byte[1];
        long free = 0;
        for (var offset = (long)TypeOffset; offset < _length; offset += SealedLog.PageSize)
        {
            free += _files.Data.Read(offset, type) == 1 && type[0] == 0 ? 1 : 0;
        }

        return (free, _length / SealedLog.PageSize);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _thread.RunAsync(CallKind.Maintain, host => --host.Holds, CancellationToken.None).ConfigureAwait(false);
}
