using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Sends what must arrive: splits texts to the platform's limit and waits out what the platform asks to wait.</summary>
internal sealed partial class Messenger(PlatformDirectory platforms, TimeProvider clock, ILogger<Messenger> logger)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private const int Tries = 6;

    /// <summary>Posts a text, in several messages if it must be; the buttons hang below the last one.</summary>
    /// <returns>Delivered with the last message; or why one was not, after which no further one is sent: Gone, Refused or Unknown.</returns>
    public async Task<DeliveryResult> SayAsync(
        ConversationKey conversation, string text, IReadOnlyList<Button> buttons, string? replyTo, CancellationToken cancellationToken)
    {
        var platform = platforms.For(conversation);
        var limits = await platform.GetLimitsAsync(conversation, cancellationToken).ConfigureAwait(false);
        var pieces = TextSplitter.Split(text, limits.TextLength, platform.MeasureText);
        DeliveryResult result = new DeliveryResult.Refused("nothing to say");
        for (var i = 0; i < pieces.Count; i++)
        {
            var message = new OutboundMessage
            {
                Text = pieces[i],
                Buttons = i == pieces.Count - 1 ? Fit(buttons, limits) : [],
                ReplyTo = i == 0 ? replyTo : null,
                IsFinal = true,
                DeduplicationKey = Guid.NewGuid().ToString("N"),
            };
            result = await PersistAsync(() => platform.SendAsync(conversation, message, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (result is not DeliveryResult.Delivered)
            {
                break;
            }
        }

        return result;
    }

    /// <summary>Posts what becomes a status message later. Where several people talk, it hangs below the message that asked.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="content">What it says.</param>
    /// <param name="texts">The language.</param>
    /// <param name="asked">The message that asked.</param>
    /// <param name="key">Of <see cref="RepeatKeys"/>.</param>
    /// <param name="saveId">Persists the message's id.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task AnnounceAsync(
        ConversationKey conversation,
        OutboundMessage content,
        Texts texts,
        string? asked,
        string key,
        Func<MessageRef, Task> saveId,
        CancellationToken cancellationToken)
    {
        var platform = platforms.For(conversation);
        var limits = await platform.GetLimitsAsync(conversation, cancellationToken).ConfigureAwait(false);
        var posted = new PostedStatus(platform, conversation, limits, texts["status.received"], null, limits.IsGroup ? asked : null, key, saveId, logger);
        var message = content with
        {
            Kind = OutboundKind.Status,
            Text = TextSplitter.Shorten(content.Text, limits.TextLength, platform.MeasureText),
            Buttons = Fit(content.Buttons, limits),
        };
        var result = await PersistAsync(() => posted.ShowAsync(message, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (result is DeliveryResult.Delivered delivered)
        {
            await posted.RememberAsync(delivered.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>At most as many buttons as fit.</summary>
    public static IReadOnlyList<Button> Fit(IReadOnlyList<Button> buttons, PlatformLimits limits) =>
        buttons.Count <= limits.Buttons ? buttons : [.. buttons.Take(limits.Buttons)];

    /// <summary>
    /// Repeats a send as long as the platform only asks to wait, or a few times when it cannot be reached; once when the answer was
    /// lost, because each repeat may show the message a second time.
    /// </summary>
    public async Task<DeliveryResult> PersistAsync(Func<Task<DeliveryResult>> send, CancellationToken cancellationToken)
    {
        var backoff = FirstBackoff;
        var mayRepeat = true;
        for (var failures = 0; ;)
        {
            try
            {
                var result = await send().ConfigureAwait(false);
                var wait = result switch
                {
                    DeliveryResult.RateLimited limited => limited.RetryAfter,
                    DeliveryResult.Unknown when mayRepeat => FirstBackoff,
                    _ => (TimeSpan?)null,
                };
                if (wait is not { } pause)
                {
                    return result;
                }

                mayRepeat &= result is not DeliveryResult.Unknown;
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not LaneLostException && (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
            {
                LogUnreachable(logger, exception, ++failures);
                if (failures >= Tries)
                {
                    return new DeliveryResult.Refused("not reachable");
                }

                await Task.Delay(backoff, clock, cancellationToken).ConfigureAwait(false);
                backoff *= 2;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message could not be sent (try {Try}).")]
    private static partial void LogUnreachable(ILogger logger, Exception exception, int @try);
}
