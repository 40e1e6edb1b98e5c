using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>Runs renders: one at a time in a conversation, many side by side over all. A newer version stops an automatic render.</summary>
internal sealed partial class RenderQueue(
    RenderWorker job, IOptions<ClaimOptions> claims, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<RenderQueue> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<RenderTask>> _lines = [];

    /// <summary>How many renders wait or run, over all conversations.</summary>
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

    /// <summary>The record of a render that is to be started.</summary>
    /// <param name="draft">What is rendered.</param>
    /// <param name="turn">The turn that asks.</param>
    /// <param name="status">The message it goes on in, if it stands already.</param>
    public RenderRecord NewRecord(DraftRecord draft, long turn, MessageRef? status) => new()
    {
        Id = RenderWorker.NewId(),
        Conversation = draft.Conversation,
        DraftVersion = draft.Version,
        Backend = draft.Backend,
        TurnId = turn,
        StatusMessageId = status?.MessageId,
        Owner = claims.Value.Instance,
        LeaseUntil = clock.GetUtcNow() + claims.Value.Lease,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>Queues a render whose record is in the store. Automatic ones that it makes pointless are stopped.</summary>
    public void Start(RenderRequest order)
    {
        lock (_gate)
        {
            var ticket = new RenderTask(order) { Key = order.Location.Current };
            var line = LineOf(ticket.Key);
            foreach (var older in line.Where(t => t.Order.IsAutomatic && t.Order.Draft.Version < order.Draft.Version))
            {
                older.Halt(RenderStop.Superseded);
            }

            var before = line.Count > 0 ? line[^1].Done : Task.CompletedTask;
            line.Add(ticket);
            ticket.Done = Task.Run(() => RunAsync(ticket, before), CancellationToken.None);
        }
    }

    /// <summary>Stops a turn's render, or all of a conversation.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="turn">Of which turn; null: all.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False if there was none.</returns>
    public bool Stop(ConversationKey conversation, long? turn, RenderStop reason)
    {
        lock (_gate)
        {
            var found = _lines.GetValueOrDefault(conversation)?.Where(t => turn is null || t.Order.TurnId == turn).ToList() ?? [];
            found.ForEach(t => t.Halt(reason));
            return found.Count > 0;
        }
    }

    /// <summary>The versions that wait or run in a conversation, in order.</summary>
    public IReadOnlyList<int> Running(ConversationKey conversation)
    {
        lock (_gate)
        {
            return [.. _lines.GetValueOrDefault(conversation)?.Select(t => t.Order.Draft.Version) ?? []];
        }
    }

    /// <summary>The conversation has moved: its renders belong to the new place.</summary>
    public void Move(ConversationKey from, ConversationKey to)
    {
        lock (_gate)
        {
            if (from == to || !_lines.Remove(from, out var moved))
            {
                return;
            }

            foreach (var ticket in moved)
            {
                ticket.Key = to;
                ticket.Order.Location.MoveTo(to);
            }

            LineOf(to).AddRange(moved);
        }
    }

    private async Task RunAsync(RenderTask ticket, Task before)
    {
        try
        {
            // The one before ends by itself or by its own stop; waiting here does not delay the stop of this one's job.
            await before.ConfigureAwait(false);
            await job.RunAsync(ticket.Order, ticket, lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The next process goes on.
        }
        catch (Exception exception)
        {
            LogCrashed(logger, exception, ticket.Key.Platform);
        }
        finally
        {
            Leave(ticket);
            await ticket.Order.Status.DisposeAsync().ConfigureAwait(false);
            ticket.Dispose();
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

    private void Leave(RenderTask ticket)
    {
        lock (_gate)
        {
            var line = _lines[ticket.Key];
            line.Remove(ticket);
            if (line.Count == 0)
            {
                _lines.Remove(ticket.Key);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A render on {Platform} ended in an unexpected way; the next start takes it up again.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, string platform);
}
