using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Rendering;

/// <summary>Runs renders: one at a time in a conversation, many side by side over all. A newer version stops an automatic render.</summary>
internal sealed partial class RenderDesk(RenderJob job, IHostApplicationLifetime lifetime, ILogger<RenderDesk> logger)
{
    private readonly ConcurrentDictionary<ConversationKey, List<Ticket>> _tickets = new();

    /// <summary>How many renders wait or run, over all conversations.</summary>
    public int Count => _tickets.Values.Sum(t => t.Count);

    /// <summary>Queues a render. Automatic ones that it makes pointless are stopped.</summary>
    /// <returns>Completes when the render is over for good.</returns>
    public Task Start(RenderOrder order)
    {
        var key = order.Conversation.Key;
        var ticket = new Ticket(order);
        Task before;
        var line = _tickets.GetOrAdd(key, _ => []);
        lock (line)
        {
            foreach (var older in line.Where(t => t.Order.IsAutomatic && t.Order.Draft.Version < order.Draft.Version))
            {
                older.Halt(RenderStop.Superseded);
            }

            before = line.Count > 0 ? line[^1].Done : Task.CompletedTask;
            line.Add(ticket);
        }

        ticket.Done = Task.Run(() => RunAsync(ticket, before, line), CancellationToken.None);
        return ticket.Done;
    }

    /// <summary>Stops a turn's render, or all of a conversation.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="turn">Of which turn; null: all.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False if there was none.</returns>
    public bool Stop(ConversationKey conversation, long? turn, RenderStop reason)
    {
        if (!_tickets.TryGetValue(conversation, out var line))
        {
            return false;
        }

        lock (line)
        {
            var found = line.Where(t => turn is null || t.Order.TurnId == turn).ToList();
            found.ForEach(t => t.Halt(reason));
            return found.Count > 0;
        }
    }

    /// <summary>The versions that wait or run in a conversation, in order.</summary>
    public IReadOnlyList<int> Running(ConversationKey conversation)
    {
        if (!_tickets.TryGetValue(conversation, out var line))
        {
            return [];
        }

        lock (line)
        {
            return [.. line.Select(t => t.Order.Draft.Version)];
        }
    }

    private async Task RunAsync(Ticket ticket, Task before, List<Ticket> line)
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
            LogCrashed(logger, exception, ticket.Order.Conversation.Key.Platform);
        }
        finally
        {
            lock (line)
            {
                line.Remove(ticket);
            }

            await ticket.Order.Status.DisposeAsync().ConfigureAwait(false);
            ticket.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A render on {Platform} ended in an unexpected way; the next start takes it up again.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, string platform);
}
