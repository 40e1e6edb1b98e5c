using NemoBot.Core.Storage;
using NemoBot.Web.Messages;

namespace NemoBot.Web.Api;

/// <summary>Follows the log of one chat for one reader.</summary>
internal sealed class EventReader(ChatLog log, ChangeNotifier.Listener listener, EventWriter writer, string channel)
{
    private const int BatchSize = 100;

    private long _last;
    private long _newestId;
    private int _resets = listener.Resets;

    /// <summary>Finds the starting position: after the last event the reader saw, or the end for a new reader.</summary>
    public async Task StartAsync(long? last, CancellationToken cancellationToken)
    {
        // Fix the position before the first byte is sent: everything written after the response started is new to the reader.
        _last = last ?? await FindEndAsync(cancellationToken);
        await writer.BeginAsync(cancellationToken);
        if (last is null)
        {
            // Send the position without an event, so that a reader whose connection drops before the first event resumes here.
            await writer.MarkAsync(_last, cancellationToken);
        }
        else if (last > 0 && (await log.ReadAfterAsync(channel, last.Value - 1, 1, cancellationToken)).Count == 0)
        {
            // The position is past the end: the chat was emptied while the reader was away.
            await StartOverAsync(cancellationToken);
        }
    }

    /// <summary>Writes new events.</summary>
    /// <returns>False if there were none.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_resets != listener.Resets)
        {
            _resets = listener.Resets;
            await StartOverAsync(cancellationToken);
        }

        var batch = await log.ReadAfterAsync(channel, _last, BatchSize, cancellationToken);
        foreach (var logged in batch)
        {
            await WriteAsync(logged, cancellationToken);
            _last = logged.Sequence;
        }

        return batch.Count > 0;
    }

    private async Task WriteAsync(LoggedMessage logged, CancellationToken cancellationToken)
    {
        // A message edited before this reader saw it is new to it. Ids count messages and sequence numbers all writes, so an id beyond the
        // last position was first written after it.
        var isNew = logged.Edits == 0 || logged.Id > _last || (_newestId > 0 && logged.Id > _newestId);
        _newestId = Math.Max(_newestId, logged.Id);
        var message = MessageJson.Read(logged);
        var kind = message.Kind == MessageKinds.Deleted ? "delete" : isNew ? "message" : "edit";
        await writer.WriteAsync(logged.Sequence, kind, json => MessageJson.WriteView(json, logged, message), cancellationToken);
    }

    private async Task StartOverAsync(CancellationToken cancellationToken)
    {
        _last = 0;
        _newestId = 0;
        await writer.WriteAsync(0, "reset", json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }, cancellationToken);
    }

    private async Task<long> FindEndAsync(CancellationToken cancellationToken)
    {
        var newest = await log.ReadNewestAsync(channel, BatchSize, cancellationToken);
        _newestId = newest.Count == 0 ? 0 : newest[^1].Id;
        var end = newest.Count == 0 ? 0 : newest.Max(m => m.Sequence);
        while (await log.ReadAfterAsync(channel, end, BatchSize, cancellationToken) is { Count: > 0 } later)
        {
            end = later[^1].Sequence;
        }

        return end;
    }
}
