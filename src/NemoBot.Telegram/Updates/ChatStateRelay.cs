using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Updates;

/// <summary>Reports closed and moved chats to the engine.</summary>
internal sealed partial class ChatStateRelay(ChatStateEvents events, InboundPublisher publisher, ILogger<ChatStateRelay> logger)
{
    /// <summary>Reports until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (from, to) in events.Reader.ReadAllAsync(cancellationToken))
        {
            await ReportAsync(from, to, cancellationToken);
        }
    }

    private async Task ReportAsync(ConversationKey from, ConversationKey? to, CancellationToken cancellationToken)
    {
        try
        {
            await (to is null ? publisher.Sink.CloseAsync(from, cancellationToken) : publisher.Sink.MoveAsync(from, to, cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReported(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A closed or moved Telegram chat could not be recorded")]
    private partial void LogNotReported(Exception error);
}
