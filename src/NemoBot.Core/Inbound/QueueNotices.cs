using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Tells authors that their turn waits, or is not carried out.</summary>
internal sealed partial class QueueNotices(
    IBotStore store,
    ConversationProvider conversations,
    TurnContextFactory contexts,
    TurnFinalizer finalizer,
    StatusFinalizer statuses,
    OwedEnds owed,
    Messenger messenger,
    LaneCheck lane,
    TimeProvider clock,
    ILogger<QueueNotices> logger)
{
    /// <summary>Says in the chat that a turn waits, and behind what.</summary>
    public async Task AnnounceAsync(QueuedTurn item, IReadOnlyList<QueuedTurn> ahead)
    {
        try
        {
            var conversation = await conversations.GetAsync(item.Turn.Message, CancellationToken.None).ConfigureAwait(false);
            var texts = Texts.For(conversation.Language);
            var last = ahead[^1];
            var words = item.Turn.Message.IsPrivate
                ? texts.Format("queue.queued.own", ahead.Count, QueuedTurnText.Describe(last, texts))
                : texts.Format("queue.queued", ahead.Count, last.Turn.Message.Author.Name, QueuedTurnText.Describe(last, texts));
            var asked = item.Turn.Message.ActionId is null ? item.Turn.Message.MessageId : null;
            var content = new OutboundMessage { Text = words, Buttons = [ButtonSet.Cancel(item.Turn.Id, texts)], BeforeSend = stop => RequireAsync(item, stop) };
            await messenger.AnnounceAsync(
                item.Location.Current, content, texts, asked, RepeatKeys.StatusOf(item.Turn), posted => KeepAnnouncementAsync(item, posted), item.Begun)
                .ConfigureAwait(false);
        }
        catch (LaneLostException)
        {
            // Another process shows the state of the turn.
        }
        catch (OperationCanceledException) when (item.Begun.IsCancellationRequested)
        {
            // The chat accepted no message and the turn has begun: its own status message says the rest.
        }
        catch (Exception exception)
        {
            LogNotTold(logger, exception, item.Turn.Id);
        }
        finally
        {
            item.Announced.TrySetResult();
        }
    }

    /// <summary>Ends a turn that is not carried out. The explanation is stored with the end, so a restart shows it too.</summary>
    public async Task RefuseAsync(TurnRecord turn, Func<Texts, string> words)
    {
        try
        {
            await using var context = await contexts.OpenAsync(turn, new ConversationLocation(turn.Message.Conversation), CancellationToken.None).ConfigureAwait(false);
            await finalizer.FinishAsync(context, TurnState.Failed, new Answer(words(context.Texts))).ConfigureAwait(false);
        }
        catch (LaneLostException exception)
        {
            LogNotTold(logger, exception, turn.Id);
        }
        catch (Exception exception)
        {
            // The sweep would run a turn that stays open.
            LogNotTold(logger, exception, turn.Id);
            _ = owed.RetryAsync(turn.Id, () => EndAsync(turn, words), Task.FromResult(false));
        }
    }

    /// <summary>Ends a turn without showing why: the next sweep shows the stored reply.</summary>
    private async Task<PendingReply?> EndAsync(TurnRecord turn, Func<Texts, string> words)
    {
        var conversation = await conversations.GetAsync(turn.Message, CancellationToken.None).ConfigureAwait(false);
        var (answer, now) = (new Answer(words(Texts.For(conversation.Language))), clock.GetUtcNow());
        return await store.EndTurnAsync(
            turn.Id,
            t => t.End(TurnState.Failed, now) with { Reply = answer.Text },
            statuses.NewReply(turn.StatusMessageId, turn.Message.Conversation, turn.Id, answer),
            CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>A late announcement would take the place of what whoever continues the turn has shown.</summary>
    private Task RequireAsync(QueuedTurn item, CancellationToken cancellationToken) =>
        item.IsAbandoned ? Task.FromException(new LaneLostException()) : lane.RequireAsync(item.Location.Current, cancellationToken);

    private Task<TurnRecord?> KeepAnnouncementAsync(QueuedTurn item, MessageRef posted)
    {
        item.AnnouncementId = posted.MessageId;
        return store.UpdateTurnAsync(item.Turn.Id, t => t with { StatusMessageId = posted.MessageId }, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn}: the author could not be informed.")]
    private static partial void LogNotTold(ILogger logger, Exception exception, long turn);
}
