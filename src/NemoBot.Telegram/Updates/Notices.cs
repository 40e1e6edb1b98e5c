using NemoBot.Core.Platforms;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Updates;

/// <summary>Sentences of the platform itself, outside of any turn.</summary>
internal sealed class Notices(TextSender sender, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Says it, waiting out a limited chat.</summary>
    public async Task SayAsync(ConversationKey conversation, string text, CancellationToken cancellationToken)
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
