using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Updates;

/// <summary>Long polling. The offset moves past an update only after the update is on disk.</summary>
internal sealed partial class UpdatePoller(
    TelegramGateway gateway, UpdateHandler handler, OffsetCursor cursor, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<UpdatePoller> logger)
{
    private readonly Dictionary<long, int> _failures = [];
    private TimeSpan _retry;

    /// <summary>Polls until cancelled.</summary>
    /// <exception cref="PlatformStartException">The token stopped being valid.</exception>
    public async Task RunAsync(long botId, CancellationToken cancellationToken)
    {
        var offset = await cursor.LoadAsync(botId, cancellationToken);
        _retry = options.Value.FirstRetry;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                offset = await PollAsync(botId, offset, cancellationToken);
            }
            catch (TelegramApiException error)
            {
                await RecoverAsync(error, cancellationToken);
            }
            catch (TelegramUnreachableException error)
            {
                gateway.RebuildPolling();
                await PauseAsync(error.Message, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException and not PlatformStartException)
            {
                LogBroken(error);
                await PauseAsync(error.GetType().Name, cancellationToken);
            }
        }
    }

    private async Task<long?> PollAsync(long botId, long? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest
        {
            Offset = offset,
            Timeout = (int)options.Value.PollTimeout.TotalSeconds,
            AllowedUpdates = UpdateHandler.Wanted,
        };
        var updates = await gateway.GetUpdatesAsync(request, cancellationToken);
        if (updates.Count == 0)
        {
            _retry = options.Value.FirstRetry;
            return offset;
        }

        var (taken, complete) = await TakeAsync(updates, cancellationToken);
        if (taken is { } next && next != offset)
        {
            await cursor.SaveAsync(botId, next, cancellationToken);
            offset = next;
        }

        if (complete)
        {
            _retry = options.Value.FirstRetry;
        }
        else
        {
            await PauseAsync("an update could not be stored", cancellationToken);
        }

        return offset;
    }

    /// <summary>Takes what can be taken. An update that cannot be stored stays with the service and comes again with the next poll.</summary>
    private async Task<(long? Next, bool Complete)> TakeAsync(IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken)
    {
        long? next = null;
        List<long> failed = [];
        foreach (var raw in updates)
        {
            if (!raw.TryGetProperty("update_id", out var property) || !property.TryGetInt64(out var id))
            {
                continue;
            }

            next = id + 1;
            try
            {
                await handler.HandleAsync(raw, cancellationToken);
                _failures.Remove(id);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogNotStored(id, error);
                failed.Add(id);
            }
        }

        // Only an update that fails while others pass is itself to blame; when none passes, it is the disk.
        var someoneElsePassed = failed.Count < updates.Count;
        var kept = failed.Where(id => !GiveUp(id, someoneElsePassed)).ToList();
        return kept.Count == 0 ? (next, true) : (kept[0], false);
    }

    private bool GiveUp(long id, bool blamed)
    {
        var failures = _failures.GetValueOrDefault(id) + (blamed ? 1 : 0);
        _failures[id] = failures;
        if (failures < options.Value.UpdateAttempts)
        {
            return false;
        }

        _failures.Remove(id);
        LogGivenUp(id);
        return true;
    }

    private async Task RecoverAsync(TelegramApiException error, CancellationToken cancellationToken)
    {
        switch (error.Code)
        {
            case 401 or 404:
                throw new PlatformStartException(
                    "Telegram no longer accepts the bot token in NemoBot:Telegram:Token: it was revoked. Copy the new one from @BotFather.");
            case 409 when error.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase):
                LogWebhook();
                await DeleteWebhookAsync(cancellationToken);
                break;
            case 409:
                LogConflict();
                await Task.Delay(options.Value.ConflictRetry, clock, cancellationToken);
                break;
            default:
                await Task.Delay(error.RetryAfter ?? TimeSpan.Zero, clock, cancellationToken);
                await PauseAsync(error.Message, cancellationToken);
                break;
        }
    }

    private async Task DeleteWebhookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteWebhookAsync(cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            await PauseAsync(error.Message, cancellationToken);
        }
    }

    private async Task PauseAsync(string reason, CancellationToken cancellationToken)
    {
        LogPause(reason, _retry);
        await Task.Delay(_retry, clock, cancellationToken);
        var doubled = _retry * 2;
        _retry = doubled < options.Value.LongestRetry ? doubled : options.Value.LongestRetry;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram ({Reason}); next try in {Wait}")]
    private partial void LogPause(string reason, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "Taking updates from Telegram broke")]
    private partial void LogBroken(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Id} from Telegram could not be stored; it comes again")]
    private partial void LogNotStored(long id, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Id} from Telegram is given up: others can be stored, this one cannot")]
    private partial void LogGivenUp(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was set for this bot; it is removed, because the bot polls (set NemoBot:Telegram:WebhookUrl to use it)")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Error, Message = "Another process uses the same Telegram bot token: stop it, or give this one a bot of its own. Trying again slowly")]
    private partial void LogConflict();
}
