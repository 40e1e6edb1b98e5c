using NemoBot.Core.Platforms;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Updates;

/// <summary>Sends texts of the platform itself, outside of any turn.</summary>
internal sealed class NoticeSender(TextSender sender, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Sends a text and waits while the chat is rate limited.</summary>
    public async Task SendAsync(ConversationKey conversation, string text, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var result = await sender.SendAsync(conversation, new OutboundMessage { Text = text }, cancellationToken);
            if (result is not DeliveryResult.RateLimited limited)
            {
                return;
            }

            await Task.Delay(limited.RetryAfter, clock, cancellationToken);
        }
    }
}
