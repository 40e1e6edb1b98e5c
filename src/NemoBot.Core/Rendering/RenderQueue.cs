using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>Runs renders: one at a time in a conversation, side by side across conversations. A newer version stops an automatic render.</summary>
internal sealed partial class RenderQueue(RenderWorker worker, IHostApplicationLifetime lifetime, ILogger<RenderQueue> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<RenderTask>> _lines = [];

    /// <summary>Renders that wait or run, over all conversations.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Values.Sum(t => t.Count);
            }
        }
    }

    /// <summary>All renders of all conversations.</summary>
    public IReadOnlyList<RenderTask> All()
    {
        lock (_gate)
        {
            return [.. _lines.Values.SelectMany(t => t)];
        }
    }

    /// <summary>Enqueues a render whose record is in the store. Automatic renders of older versions are stopped.</summary>
    public void Start(RenderRequest request)
    {
        lock (_gate)
        {
            var task = new RenderTask(request) { Key = request.Location.Current };
            var line = LineOf(task.Key);
            if (line.Exists(t => t.Record.Id == request.Record.Id))
            {
                // Taken up twice at once.
                task.Dispose();
                _ = request.Status.DisposeAsync().AsTask();
                return;
            }

            foreach (var older in line.Where(t => t.Request.IsAutomatic && t.Request.Draft.Version < request.Draft.Version))
            {
                older.Halt(RenderStop.Superseded);
            }

            // A stopped render ends before those ahead of it do: the next one waits for all of them.
            var before = Task.WhenAll(line.Select(t => t.Done));
            if (line.Count > 0)
            {
                request.Status.Stage(request.Status.Texts["render.waiting"], ButtonSet.Cancel(request.TurnId, request.Status.Texts));
            }

            line.Add(task);
            task.Done = Task.Run(() => RunAsync(task, before), CancellationToken.None);
        }
    }

    /// <summary>Stops the render of a turn, or all renders of a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="turn">The turn whose render stops; null stops all.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False if there was none to stop.</returns>
    public bool Stop(ConversationKey conversation, long? turn, RenderStop reason)
    {
        lock (_gate)
        {
            var found = _lines.GetValueOrDefault(conversation)?.Where(t => turn is null || t.Request.TurnId == turn).ToList() ?? [];
            found.ForEach(t => t.Halt(reason));
            return found.Count > 0;
        }
    }

    /// <summary>Completes when none of the conversation's present renders runs any more.</summary>
    public Task WhenIdleAsync(ConversationKey conversation)
    {
        lock (_gate)
        {
            return Task.WhenAll(_lines.GetValueOrDefault(conversation)?.Select(t => t.Done) ?? []);
        }
    }

    /// <summary>Drops the renders of a conversation without a word; returns once none of them runs.</summary>
    public Task AbandonAsync(ConversationKey conversation)
    {
        lock (_gate)
        {
            var found = _lines.GetValueOrDefault(conversation) ?? [];
            found.ForEach(t => t.Halt(RenderStop.Abandoned));
            return Task.WhenAll(found.Select(t => t.Done));
        }
    }

    /// <summary>True if a render waits or runs here.</summary>
    public bool Has(ConversationKey conversation, string id)
    {
        lock (_gate)
        {
            return _lines.GetValueOrDefault(conversation)?.Exists(t => t.Record.Id == id) ?? false;
        }
    }

    /// <summary>The versions that wait or run in a conversation, in the order of their requests.</summary>
    public IReadOnlyList<int> Running(ConversationKey conversation)
    {
        lock (_gate)
        {
            return [.. _lines.GetValueOrDefault(conversation)?.Select(t => t.Request.Draft.Version) ?? []];
        }
    }

    /// <summary>Follows a conversation that moved: its renders belong to the new place.</summary>
    public void Move(ConversationKey from, ConversationKey to)
    {
        lock (_gate)
        {
            if (from == to || !_lines.Remove(from, out var moved))
            {
                return;
            }

            foreach (var task in moved)
            {
                task.Key = to;
                task.Request.Location.MoveTo(to);
            }

            LineOf(to).AddRange(moved);
        }
    }

    private async Task RunAsync(RenderTask task, Task before)
    {
        try
        {
            await Task.WhenAny(before, task.Stopped).ConfigureAwait(false);
            await worker.RunAsync(task, lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The next process continues it.
        }
        catch (LaneLostException)
        {
            LogLost(logger, task.Record.Id);
        }
        catch (Exception exception)
        {
            LogCrashed(logger, exception, task.Key.Platform);
        }
        finally
        {
            Leave(task);
            await task.Request.Status.DisposeAsync().ConfigureAwait(false);
            task.Dispose();
        }
    }

    private List<RenderTask> LineOf(ConversationKey key)
    {
        if (!_lines.TryGetValue(key, out var line))
        {
            _lines[key] = line = [];
        }

        return line;
    }

    private void Leave(RenderTask task)
    {
        lock (_gate)
        {
            var line = _lines[task.Key];
            line.Remove(task);
            if (line.Count == 0)
            {
                _lines.Remove(task.Key);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Render {Render} is continued by another instance.")]
    private static partial void LogLost(ILogger logger, string render);

    [LoggerMessage(Level = LogLevel.Error, Message = "A render on {Platform} ended with an unexpected error; the next start continues it.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, string platform);
}
