using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Telemetry;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Messages;

/// <summary>One call to a chat: paced, redirected when the chat has moved, with the service's refusals mapped to results.</summary>
internal sealed partial class PacedCalls(
    SendPace pace, ChatStateEvents events, IOptions<TelegramOptions> options, ILogger<PacedCalls> logger)
{
    private const int MaxMoves = 3;

    /// <summary>Sends a message.</summary>
    public async Task<CallOutcome> SendAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(address, a => PacedSendAsync(a, priority, call, cancellationToken));
        }
        catch (TelegramUnreachableException error) when (error.MayHaveArrived)
        {
            // The service may have posted it: repeating without a limit would post it again and again.
            LogAnswerLost(error.Message);
            return CallOutcome.Failed(new DeliveryResult.Unknown());
        }
        catch (TelegramUnreachableException error)
        {
            return WaitFor(error);
        }
    }

    /// <summary>Edits a message; repeating an edit is harmless.</summary>
    public async Task<CallOutcome> EditAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(address, a => PacedEditAsync(a, priority, call, cancellationToken));
        }
        catch (TelegramUnreachableException error)
        {
            return WaitFor(error);
        }
    }

    private CallOutcome WaitFor(TelegramUnreachableException error)
    {
        LogUnreachable(error.Message);
        return CallOutcome.Failed(new DeliveryResult.RateLimited(options.Value.UnreachableRetry));
    }

    private async Task<CallOutcome> PacedSendAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        if (await pace.EnterSendAsync(address.Chat, priority, cancellationToken) is { } wait)
        {
            return CallOutcome.Failed(new DeliveryResult.RateLimited(wait));
        }

        var done = await call(address);
        pace.RecordSend(address.Chat);
        return new CallOutcome(done);
    }

    private async Task<CallOutcome> PacedEditAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        if (await pace.EnterEditAsync(address.Chat, priority, cancellationToken) is { } wait)
        {
            return CallOutcome.Failed(new DeliveryResult.RateLimited(wait));
        }

        try
        {
            return new CallOutcome(await call(address));
        }
        finally
        {
            pace.LeaveEdit(address.Chat);
        }
    }

    private async Task<CallOutcome> RunAsync(ChatAddress address, Func<ChatAddress, Task<CallOutcome>> call)
    {
        for (var moves = 0; ; moves++)
        {
            var current = events.Resolve(address);
            try
            {
                return await call(current);
            }
            catch (TelegramApiException error) when (error.MigrateTo is { } to && moves < MaxMoves)
            {
                events.MarkMoved(current.Chat, to);
            }
            catch (TelegramApiException error)
            {
                return Map(current, error);
            }
        }
    }

    private CallOutcome Map(ChatAddress address, TelegramApiException error)
    {
        if (error.Code == 429)
        {
            BotMetrics.RateLimited("telegram");
            var wait = error.RetryAfter is { } given && given > TimeSpan.Zero ? given : TimeSpan.FromSeconds(1);
            pace.Block(address.Chat, wait);
            return CallOutcome.Failed(new DeliveryResult.RateLimited(wait));
        }

        if (error.IsTokenRefused)
        {
            // The message is still owed: it is delivered once the operator has set the new token.
            return CallOutcome.Failed(new DeliveryResult.RateLimited(options.Value.TokenRetry));
        }

        if (error.IsChatGone)
        {
            events.MarkClosed(address);
            return CallOutcome.Failed(new DeliveryResult.Gone());
        }

        LogRefused(error.Message);
        return error.IsForbiddenHere
            ? CallOutcome.Failed(new DeliveryResult.Gone())
            : new CallOutcome(null, null, error);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to a Telegram message was lost; it may or may not have been posted: {Reason}")]
    private partial void LogAnswerLost(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Telegram refused a message: {Reason}")]
    private partial void LogRefused(string reason);
}
