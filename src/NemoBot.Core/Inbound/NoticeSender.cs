using Microsoft.Extensions.Logging;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Tells an author in a short message why a request is not carried out. Never throws: the request is over either way.</summary>
internal sealed partial class NoticeSender(ConversationProvider conversations, Messenger messenger, ILogger<NoticeSender> logger)
{
    public async Task SayAsync(TurnRecord turn, Func<Texts, string> words)
    {
        try
        {
            var conversation = await conversations.GetAsync(turn.Message, CancellationToken.None).ConfigureAwait(false);
            await messenger.SayAsync(turn.Message.Conversation, words(Texts.For(conversation.Language)), [], null, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotTold(logger, exception, turn.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn}: the author could not be informed.")]
    private static partial void LogNotTold(ILogger logger, Exception exception, long turn);
}
