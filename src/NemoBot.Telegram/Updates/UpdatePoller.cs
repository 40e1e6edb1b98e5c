using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Requests;

namespace NemoBot.Telegram.Updates;

/// <summary>Long polling. The offset advances past an update only once the update is on disk.</summary>
internal sealed partial class UpdatePoller(
    TelegramGateway gateway, UpdateHandler handler, OffsetCursor cursor, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<UpdatePoller> logger)
{
    /// <summary>The most that the service returns.</summary>
    private const int BatchSize = 100;

    private readonly Dictionary<int, int> _failures = [];
    private TimeSpan _retry;
    private volatile bool _isTokenRefused;

    /// <summary>Why no updates arrive; null if they do or the service is only out of reach.</summary>
    public string? Problem => _isTokenRefused ? "Telegram no longer accepts the bot token in NemoBot:Telegram:Token." : null;

    /// <summary>Polls until cancelled. A token that is revoked meanwhile is logged once and tried again at long intervals.</summary>
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
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(error);
                await PauseAsync(error.GetType().Name, cancellationToken);
            }
        }
    }

    private async Task<int?> PollAsync(long botId, int? offset, CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest
        {
            Offset = offset,
            Limit = BatchSize,
            Timeout = (int)options.Value.PollTimeout.TotalSeconds,
            AllowedUpdates = UpdateHandler.Wanted,
        };
        var updates = await gateway.GetUpdatesAsync(request, cancellationToken);
        ReportToken(isRefused: false);
        if (updates.Count == 0)
        {
            _retry = options.Value.FirstRetry;
            return offset;
        }

        var (handled, complete) = await HandleAsync(updates, cancellationToken);
        if (handled is { } next && next != offset)
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

    /// <summary>Handles a batch. An update that cannot be stored stays with the service and is delivered again by the next poll.</summary>
    private async Task<(int? Next, bool Complete)> HandleAsync(IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken)
    {
        int? next = null;
        List<int> failed = [];
        foreach (var raw in updates)
        {
            if (!raw.TryGetProperty("update_id", out var property) || !property.TryGetInt32(out var id))
            {
                continue;
            }

            next = id + 1;
            try
            {
                await handler.HandleAsync(raw, cancellationToken);
                _failures.Remove(id);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotStored(id, error);
                failed.Add(id);
            }
        }

        // An update is at fault only if others succeed; if all fail, it is the disk.
        var othersSucceeded = failed.Count < updates.Count;
        var kept = failed.Where(id => !ShouldDrop(id, othersSucceeded)).ToList();
        return kept.Count == 0 ? (next, true) : (kept[0], false);
    }

    private bool ShouldDrop(int id, bool isAtFault)
    {
        var failures = _failures.GetValueOrDefault(id) + (isAtFault ? 1 : 0);
        _failures[id] = failures;
        if (failures < options.Value.UpdateAttempts)
        {
            return false;
        }

        _failures.Remove(id);
        LogDropped(id);
        return true;
    }

    private async Task RecoverAsync(TelegramApiException error, CancellationToken cancellationToken)
    {
        switch (error.Code)
        {
            case 401 or 404:
                ReportToken(isRefused: true);
                await Task.Delay(options.Value.TokenRetry, clock, cancellationToken);
                break;
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
            await gateway.CallAsync(new DeleteWebhookRequest(), cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            await PauseAsync(error.Message, cancellationToken);
        }
    }

    private void ReportToken(bool isRefused)
    {
        if (isRefused && !_isTokenRefused)
        {
            LogTokenRefused();
        }

        _isTokenRefused = isRefused;
    }

    private async Task PauseAsync(string reason, CancellationToken cancellationToken)
    {
        LogPause(reason, _retry);
        await Task.Delay(_retry, clock, cancellationToken);
        _retry = Backoff.Next(_retry, options.Value.LongestRetry);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram ({Reason}); retrying in {Wait}")]
    private partial void LogPause(string reason, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "Receiving updates from Telegram failed")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Id} from Telegram could not be stored; retrying")]
    private partial void LogNotStored(int id, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Dropped update {Id} from Telegram: others can be stored, this one cannot")]
    private partial void LogDropped(int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removing the webhook that is set for this bot, because the bot polls (set NemoBot:Telegram:WebhookUrl to use it)")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Error, Message = "Another process uses the same Telegram bot token: stop it, or give this one its own bot. Retrying in the meantime")]
    private partial void LogConflict();

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram no longer accepts the bot token in NemoBot:Telegram:Token: copy the new one from @BotFather and restart the bot. Telegram is down until then; other platforms keep running")]
    private partial void LogTokenRefused();
}
