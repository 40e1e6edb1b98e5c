using NemoBot.Core.Platforms;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>
/// Renders a few at a time and one per session, short ones first. What was not over when the server stopped is started again at the next
/// start.
/// </summary>
internal sealed partial class RenderQueue(
    RenderStore store, RenderWork work, LocalNemoOptions options, TimeProvider clock, ILogger<RenderQueue> log) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<RenderJob> _jobs = [];
    private readonly HashSet<Task> _tasks = [];
    private readonly Dictionary<string, RenderRecord> _unsaved = [];
    private bool _closed;

    /// <summary>Enqueues what was not over.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var record in store.Unfinished())
        {
            var job = new RenderJob(record with { Phase = RenderPhase.Pending }, await work.LengthOfAsync(record, cancellationToken));
            lock (_gate)
            {
                // Requests are served already: this one may have come a moment ago.
                if (_jobs.TrueForAll(j => j.Record.Id != record.Id))
                {
                    _jobs.Add(job);
                    Pump();
                }
            }
        }
    }

    /// <summary>Enqueues one; false if its id was used before.</summary>
    public bool TryAdd(RenderRecord record, TimeSpan length)
    {
        lock (_gate)
        {
            if (_closed || store.Find(record.Id) is not null)
            {
                return false;
            }

            store.Save(record);
            _jobs.Add(new RenderJob(record, length));
            Pump();
            return true;
        }
    }

    /// <summary>State of a user's render; null if there is none.</summary>
    public RenderView? Find(string id, string userId)
    {
        lock (_gate)
        {
            var job = _jobs.Find(j => j.Record.Id == id);
            var record = job?.Record ?? _unsaved.GetValueOrDefault(id) ?? store.Find(id);
            return record is null || record.UserId != userId ? null : new RenderView(record, job?.Progress ?? 1, RenderOrder.Ahead(_jobs, job));
        }
    }

    /// <summary>The finished render with such a key; null if there is none.</summary>
    public RenderRecord? FindFinished(string key)
    {
        lock (_gate)
        {
            return _unsaved.Values.FirstOrDefault(r => r.Phase is RenderPhase.Completed && RenderKeys.Of(r.Id) == key) ?? store.FindFinished(key);
        }
    }

    /// <summary>Ends one; nothing happens to one that is over.</summary>
    public void Cancel(string id)
    {
        RenderJob? job;
        lock (_gate)
        {
            job = _jobs.Find(j => j.Record.Id == id);
            if (job is { Running: false })
            {
                Close(job, job.Record with { Phase = RenderPhase.Cancelled, CompletedAt = clock.GetUtcNow() });
                job.Dispose();
                return;
            }

            if (job is not null)
            {
                job.Record = job.Record with { Phase = RenderPhase.Cancelled, CompletedAt = clock.GetUtcNow() };
                TrySave(job.Record);
            }
        }

        job?.Cancellation.Cancel();
    }

    /// <summary>Ends and deletes all renders of a session.</summary>
    public async Task<ErasedFiles> EraseAsync(string sessionId)
    {
        List<RenderJob> jobs;
        lock (_gate)
        {
            jobs = [.. _jobs.Where(j => j.Record.SessionId == sessionId)];
            jobs.ForEach(j => j.IsErased = true);
        }

        jobs.ForEach(j => Cancel(j.Record.Id));
        await Task.WhenAll(jobs.Select(j => j.Work));
        lock (_gate)
        {
            foreach (var unsaved in _unsaved.Values.Where(r => r.SessionId == sessionId).ToList())
            {
                _unsaved.Remove(unsaved.Id);
            }

            return store.OfSession(sessionId).Aggregate(ErasedFiles.None, (sum, id) => sum.And(store.Delete(id)));
        }
    }

    /// <summary>Ends what runs; on disk it stays unfinished, for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Task> tasks;
        List<RenderJob> jobs;
        lock (_gate)
        {
            _closed = true;
            tasks = [.. _tasks];
            jobs = [.. _jobs];
        }

        foreach (var job in jobs)
        {
            await job.Cancellation.CancelAsync();
        }

        await Task.WhenAll(tasks);
    }

    private void Pump()
    {
        while (!_closed && _jobs.Count(j => j.Running) < options.RenderConcurrency && RenderOrder.Next(_jobs) is { } next)
        {
            next.Running = true;
            next.Record = next.Record with { Phase = RenderPhase.Processing };
            TrySave(next.Record);
            var task = Task.Run(() => RunAsync(next));
            _tasks.Add(task);
            next.Work = task;
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task RunAsync(RenderJob job)
    {
        var end = await work.RunAsync(job.Record, store.WorkFolderOf(job.Record.Id), store.OutputOf(job.Record), job, job.Cancellation.Token);
        lock (_gate)
        {
            // Stopped with the server, and not on request: the record stays as it is.
            if (!_closed || end.Phase is not RenderPhase.Cancelled || job.Record.Phase == RenderPhase.Cancelled)
            {
                Close(job, end with { CompletedAt = clock.GetUtcNow() });
            }

            Pump();
        }

        job.Dispose();
    }

    /// <summary>
    /// Frees the slot whatever happens: a record that cannot be written stays in memory, and stops no later render. Its video is there.
    /// </summary>
    private void Close(RenderJob job, RenderRecord record)
    {
        _jobs.Remove(job);
        job.Record = record;
        if (!job.IsErased && !TrySave(record))
        {
            _unsaved[record.Id] = record;
        }
    }

    /// <summary>What could not be written before is written with the next that can.</summary>
    private bool TrySave(RenderRecord record)
    {
        if (!TryWrite(record))
        {
            return false;
        }

        foreach (var unsaved in _unsaved.Values.ToList().TakeWhile(TryWrite))
        {
            _unsaved.Remove(unsaved.Id);
        }

        return true;
    }

    private bool TryWrite(RenderRecord record)
    {
        try
        {
            store.Save(record);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(e);
            return false;
        }
    }

    private void Forget(Task task)
    {
        lock (_gate)
        {
            _tasks.Remove(task);
        }
    }

    [LoggerMessage(LogLevel.Error, "The record of a render could not be written.")]
    private partial void LogUnsaved(Exception exception);
}
