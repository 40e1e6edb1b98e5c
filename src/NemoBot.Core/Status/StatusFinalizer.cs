using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// Ends status messages: the first part of a long answer in the message itself, the rest below it. The ending leaves the store once
/// all of it stands there.
/// </summary>
internal sealed class StatusFinalizer(IBotStore store, Messenger messenger, IOptions<ClaimOptions> claims, TimeProvider clock)
{
    /// <summary>The record of an ending, to be written together with the work that it ends.</summary>
    /// <param name="status">The message.</param>
    /// <param name="conversation">Where it stands.</param>
    /// <param name="turn">The turn whose message it is.</param>
    /// <param name="answer">What it ends with.</param>
    public PendingReply NewReply(LiveStatus status, ConversationKey conversation, long turn, Answer answer) => new()
    {
        Conversation = conversation,
        TurnId = turn,
        StatusMessageId = status.Message?.MessageId,
        Text = answer.Text,
        Buttons = answer.Buttons,
        Owner = claims.Value.Instance,
        LeaseUntil = clock.GetUtcNow() + claims.Value.Lease,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <param name="status">The message.</param>
    /// <param name="conversation">Where it stands.</param>
    /// <param name="answer">What it ends with.</param>
    /// <param name="ending">The same in the store; null if it is not kept.</param>
    public async Task ShowAsync(LiveStatus status, ConversationKey conversation, Answer answer, PendingReply? ending)
    {
        if (await status.FinishAsync(answer).ConfigureAwait(false) is not { } rest)
        {
            // The process stops; the next one shows it.
            return;
        }

        for (var i = 0; i < rest.Count; i++)
        {
            await messenger.SayAsync(conversation, rest[i], i == rest.Count - 1 ? answer.Buttons : [], null, CancellationToken.None).ConfigureAwait(false);
        }

        if (ending is not null)
        {
            await store.DeletePendingReplyAsync(ending.Id, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
