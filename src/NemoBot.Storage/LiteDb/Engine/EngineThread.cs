using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// The only thread that touches the engine: LiteDB binds transactions and readers to their thread, and is sound with one of each.
/// Calls wait in one queue and asynchronously. A round takes all that wait: the reads first, then the writes as one group that is
/// committed and sealed with a single sync, so that the cost of a call falls as the load rises.
/// </summary>
internal sealed partial class EngineThread : IDisposable
{
    private readonly BlockingCollection<PendingCall> _queue = [];
    private readonly Queue<PendingCall> _writes = new();
    private readonly EngineHost _host;
    private readonly WriteGroup _group;
    private readonly CheckpointPolicy _checkpoints;
    private readonly ILogger _logger;
    private readonly int _groupSize;
    private readonly Thread _thread;
    private bool _disposed;

    public EngineThread(EngineHost host, int groupSize, int checkpointPages, ILogger logger)
    {
        _host = host;
        _group = new WriteGroup(host, groupSize);
        _checkpoints = new CheckpointPolicy(host, checkpointPages, logger);
        _groupSize = groupSize;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "nemobot store" };
        _thread.Start();
    }

    /// <summary>Enqueues a call; the task completes once its outcome is durable.</summary>
    public async Task<T> RunAsync<T>(CallKind kind, Func<EngineHost, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new PendingResult<T>(kind, work);
        ObjectDisposedException.ThrowIf(!TryAdd(call), typeof(EngineThread));
        using var registration = cancellationToken.UnsafeRegister((state, token) => ((PendingResult<T>)state!).Cancel(token), call);
        return await call.Task.ConfigureAwait(false);
    }

    /// <summary>Runs what is queued, then closes the files.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private bool TryAdd(PendingCall call)
    {
        try
        {
            _queue.Add(call);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Closed; ObjectDisposedException is one of these too.
            return false;
        }
    }

    private void Run()
    {
        var round = new List<PendingCall>();
        while (TryTakeRound(round))
        {
            foreach (var call in round.Where(c => c.Kind is CallKind.Read))
            {
                RunAlone(call);
            }

            RunGroup();
            foreach (var call in round.Where(c => c.Kind is CallKind.Maintain))
            {
                RunAlone(call);
            }

            _checkpoints.RunIfDue();
            round.Clear();
        }

        _checkpoints.RunAtClose();
        _host.Dispose();
    }

    /// <summary>Waits for a call unless writes are left over, then takes everything that is there.</summary>
    private bool TryTakeRound(List<PendingCall> round)
    {
        if (_writes.Count == 0)
        {
            if (!_queue.TryTake(out var first, Timeout.Infinite))
            {
                return false;
            }

            Sort(first, round);
        }

        while (round.Count + _writes.Count < _groupSize * 4 && _queue.TryTake(out var next))
        {
            Sort(next, round);
        }

        return true;
    }

    private void Sort(PendingCall call, List<PendingCall> round)
    {
        if (!call.TryTake())
        {
            return;
        }

        if (call.Kind is CallKind.Write or CallKind.Erase)
        {
            _writes.Enqueue(call);
        }
        else
        {
            round.Add(call);
        }
    }

    private void RunAlone(PendingCall call)
    {
        try
        {
            call.Run(_host);
        }
        catch (Exception exception)
        {
            var error = Handle(exception);
            call.Fail(call.Kind is CallKind.Read ? EngineErrors.TranslateRead(error, _host.Path) : error);
            _host.Drop();
            return;
        }

        call.Complete();
    }

    private void RunGroup()
    {
        if (_writes.Count == 0)
        {
            return;
        }

        _group.Run(_writes, Handle);
        if (_group.Erases)
        {
            _checkpoints.RunToErase();
        }

        _group.Complete();
    }

    /// <summary>Logs a fault and makes it an error for the caller. The engine is dropped; the next call opens it from what is on disk.</summary>
    private Exception Handle(Exception error)
    {
        if (!EngineErrors.IsFault(error))
        {
            return error;
        }

        LogFault(_logger, _host.Path, error.Message);
        return EngineErrors.Translate(error, _host.Path);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database {Path} has a problem: {Problem}")]
    private static partial void LogFault(ILogger logger, string path, string problem);
}
