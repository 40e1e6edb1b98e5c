using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Updates;

/// <summary>Reports closed and moved chats to the engine, each until the engine has stored it: it is found out only once.</summary>
internal sealed partial class ChatStateRelay(
    ChatStateEvents events, InboundPublisher publisher, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<ChatStateRelay> logger)
{
    /// <summary>Reports until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (from, to) in events.Reader.ReadAllAsync(cancellationToken))
        {
            for (var wait = options.Value.FirstRetry; !await TryAsync(from, to, cancellationToken); wait = Backoff.Next(wait, options.Value.LongestRetry))
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private async Task<bool> TryAsync(ConversationKey from, ConversationKey? to, CancellationToken cancellationToken)
    {
        try
        {
            await (to is null ? publisher.Sink.CloseAsync(from, cancellationToken) : publisher.Sink.MoveAsync(from, to, cancellationToken));
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReported(error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A closed or moved Telegram chat could not be recorded; retrying.")]
    private partial void LogNotReported(Exception error);
}
