using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Messages;

/// <summary>One call to a chat: paced, following the chat when it moves, with the service's refusals sorted into results.</summary>
internal sealed partial class PacedCalls(SendPace pace, ChatNews news, IOptions<TelegramOptions> options, ILogger<PacedCalls> logger)
{
    private const int MostMoves = 3;

    /// <summary>Posts something new.</summary>
    public Task<CallOutcome> SendAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken) =>
        RunAsync(address, a => PacedSendAsync(a, priority, call, cancellationToken));

    /// <summary>Changes what is there.</summary>
    public Task<CallOutcome> EditAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken) =>
        RunAsync(address, a => PacedEditAsync(a, priority, call, cancellationToken));

    private async Task<CallOutcome> PacedSendAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        if (await pace.EnterSendAsync(address.Chat, priority, cancellationToken) is { } away)
        {
            return new CallOutcome(null, new DeliveryResult.RateLimited(away));
        }

        var done = await call(address);
        pace.Note(address.Chat);
        return new CallOutcome(done);
    }

    private async Task<CallOutcome> PacedEditAsync(
        ChatAddress address, SendPriority priority, Func<ChatAddress, Task<MessageRef>> call, CancellationToken cancellationToken)
    {
        if (await pace.EnterEditAsync(address.Chat, priority, cancellationToken) is { } away)
        {
            return new CallOutcome(null, new DeliveryResult.RateLimited(away));
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
            var current = news.Current(address);
            try
            {
                return await call(current);
            }
            catch (TelegramApiException error) when (error.MigrateTo is { } to && moves < MostMoves)
            {
                news.Moved(current.Chat, to);
            }
            catch (TelegramApiException error)
            {
                return Sort(current, error);
            }
            catch (TelegramUnreachableException error)
            {
                LogUnreachable(error.Message);
                return new CallOutcome(null, new DeliveryResult.RateLimited(options.Value.UnreachableRetry));
            }
        }
    }

    private CallOutcome Sort(ChatAddress address, TelegramApiException error)
    {
        if (error.Code == 429)
        {
            var wait = error.RetryAfter is { } told && told > TimeSpan.Zero ? told : TimeSpan.FromSeconds(1);
            pace.Block(address.Chat, wait);
            return new CallOutcome(null, new DeliveryResult.RateLimited(wait));
        }

        if (error.IsChatGone)
        {
            news.Closed(address);
            return new CallOutcome(null, new DeliveryResult.Gone());
        }

        LogRefused(error.Message);
        return error.IsForbiddenHere
            ? new CallOutcome(null, new DeliveryResult.Gone())
            : new CallOutcome(null, null, error);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Telegram refused a message: {Reason}")]
    private partial void LogRefused(string reason);
}
