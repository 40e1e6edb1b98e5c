using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// Shows how work ended: the first part of a long answer in the status message, the rest below it. The pending reply leaves the store once
/// all of it is shown.
/// </summary>
internal sealed partial class StatusFinalizer(
    IBotStore store, Messenger messenger, IOptions<ClaimOptions> claims, TimeProvider clock, ILogger<StatusFinalizer> logger)
{
    private readonly ConcurrentDictionary<long, bool> _showing = new();

    /// <summary>Returns true while a stored reply is being shown.</summary>
    public bool IsShowing(long reply) => _showing.ContainsKey(reply);

    /// <summary>The reply to store together with the end of the work.</summary>
    /// <param name="message">The id of the message that will show it; null if it is not posted yet.</param>
    /// <param name="conversation">Where the message is posted.</param>
    /// <param name="turn">The turn that the message belongs to.</param>
    /// <param name="answer">What to show.</param>
    public PendingReply NewReply(string? message, ConversationKey conversation, long turn, Answer answer) => new()
    {
        Conversation = conversation,
        TurnId = turn,
        StatusMessageId = message,
        Text = answer.Text,
        Buttons = answer.Buttons,
        Owner = claims.Value.Instance,
        LeaseUntil = clock.GetUtcNow() + claims.Value.Lease,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>Shows the answer, however long the platform holds it back. Never throws: what is not shown stays in the store.</summary>
    /// <param name="status">The message.</param>
    /// <param name="conversation">Where the message is posted.</param>
    /// <param name="answer">What to show.</param>
    /// <param name="reply">The stored reply; null if it is not stored.</param>
    /// <returns>True once all of it is shown.</returns>
    public async Task<bool> ShowAsync(LiveStatus status, ConversationKey conversation, Answer answer, PendingReply? reply)
    {
        if (reply is not null && !_showing.TryAdd(reply.Id, true))
        {
            await status.DisposeAsync().ConfigureAwait(false);
            return false;
        }

        try
        {
            if (await status.FinishAsync(answer).ConfigureAwait(false) is not { } rest || !await SayAsync(conversation, rest, answer.Buttons).ConfigureAwait(false))
            {
                return false;
            }

            if (reply is not null)
            {
                await store.DeletePendingReplyAsync(reply.Id, CancellationToken.None).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception exception)
        {
            LogNotShown(logger, exception, reply?.TurnId ?? 0);
            return false;
        }
        finally
        {
            _showing.TryRemove(reply?.Id ?? 0, out _);
        }
    }

    /// <returns>False if nothing of it was taken: it may be tried again. Once something was, that would show it twice.</returns>
    private async Task<bool> SayAsync(ConversationKey conversation, IReadOnlyList<string> rest, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < rest.Count; i++)
        {
            var result = await messenger.SayAsync(conversation, rest[i], i == rest.Count - 1 ? buttons : [], null, CancellationToken.None).ConfigureAwait(false);
            if (result is DeliveryResult.Refused refused)
            {
                LogCutOff(logger, conversation.Platform, refused.Reason);
                return i > 0;
            }
        }

        return true;
    }

    /// <summary>
    /// Deletes a reply that was stored when its message was on its way already. Never throws: what is left, because the process stopped or
    /// lost the conversation before the message was shown, is shown again.
    /// </summary>
    /// <param name="reply">The stored reply.</param>
    /// <param name="shown">Completes with true when the message is shown.</param>
    public async Task DeleteWhenShownAsync(PendingReply reply, Task<bool> shown)
    {
        _showing.TryAdd(reply.Id, true);
        try
        {
            if (await shown.ConfigureAwait(false))
            {
                await store.DeletePendingReplyAsync(reply.Id, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            LogNotShown(logger, exception, reply.TurnId);
        }
        finally
        {
            _showing.TryRemove(reply.Id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rest of a long answer was refused by {Platform}: {Reason}")]
    private static partial void LogCutOff(ILogger logger, string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn}: the answer could not be shown to the end.")]
    private static partial void LogNotShown(ILogger logger, Exception exception, long turn);
}
