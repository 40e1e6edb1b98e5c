using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Access;
using NemoBot.Core.Budgets;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Receives every message: stores it, then enqueues it in its conversation or runs it beside the queue.</summary>
internal sealed partial class InboundDispatcher(
    IBotStore store,
    Inbox inbox,
    AccessGate gate,
    BudgetService budget,
    ConversationQueues queues,
    QueueRunner runner,
    ITurnExecutor executor,
    ConversationProvider conversations,
    AccountLinkService accounts,
    RenderQueue renders,
    Messenger messenger,
    SuggestionProvider suggestions,
    IOptionsMonitor<EngineOptions> options,
    TimeProvider clock,
    ILogger<InboundDispatcher> logger) : IInboundSink
{
    public async Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (await gate.CheckAsync(message, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var hadSecret = Secrets.IsIn(message.Text);
        if (hadSecret)
        {
            // A credential pasted into a chat is never stored, forwarded or repeated.
            message = message with { Text = Secrets.Remove(message.Text) };
        }

        var (turn, isSecondPress) = await inbox.AddAsync(message, cancellationToken).ConfigureAwait(false);
        if (turn is null || isSecondPress)
        {
            _ = turn is null ? Task.CompletedTask : AnswerAsync(turn, texts => texts["press.twice"]);
            return InboundReceipt.Duplicate;
        }

        if (hadSecret)
        {
            _ = AnswerAsync(turn, texts => texts["connect.secret-seen"]);
            return InboundReceipt.Accepted;
        }

        return await DispatchAsync(turn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enqueues a turn and informs its author if it has to wait.</summary>
    public void Enqueue(QueuedTurn item)
    {
        var ahead = runner.Enqueue(item);
        if (ahead.Count == 0 || item.Turn.StatusMessageId is not null)
        {
            // Nothing is ahead, or an earlier process has announced it already.
            item.Announced.SetResult();
        }
        else
        {
            _ = AnnounceAsync(item, ahead);
        }
    }

    private async Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        var request = RequestParser.Read(turn.Message);
        var isBeside = executor.BypassesQueue(request);
        if (!isBeside && !queues.HasRoom(turn.Message.Conversation, options.CurrentValue.LaneCapacity))
        {
            _ = AnswerAsync(turn, texts => texts.Format("queue.full", options.CurrentValue.LaneCapacity));
            return InboundReceipt.Refused(RefusalReason.QueueFull, null);
        }

        if (executor.CostsWork(request) && await AskBudgetAsync(turn, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            var texts = Texts.For((await conversations.GetAsync(turn.Message, cancellationToken).ConfigureAwait(false)).Language);
            _ = AnswerAsync(turn, t => BudgetText.Describe(refusal, t));
            return InboundReceipt.Refused(RefusalReason.BudgetSpent, refusal.RetryAfter, BudgetText.Describe(refusal, texts));
        }

        var item = new QueuedTurn(turn);
        if (isBeside)
        {
            runner.RunBeside(item);
        }
        else
        {
            Enqueue(item);
        }

        return InboundReceipt.Accepted;
    }

    /// <summary>A budget that cannot be counted costs nobody a request that is stored already.</summary>
    private async Task<BudgetRefusal?> AskBudgetAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        try
        {
            return await budget.TakeRequestAsync(turn.Message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotCounted(logger, exception, turn.Id);
            return null;
        }
    }

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        accounts.ConnectAsync(conversation, author, token, language, cancellationToken);

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken)
    {
        // The store applies writes in order: what running work writes from now on is applied behind the move, in the new place.
        var moved = store.MoveConversationAsync(from, to, cancellationToken);
        queues.Move(from, to);
        renders.Move(from, to);
        return moved;
    }

    public async Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        foreach (var item in queues.Snapshot(conversation))
        {
            queues.Cancel(item);
        }

        renders.Stop(conversation, null, RenderStop.Gone);
        await store.UpdateConversationAsync(conversation, c => c with { IsClosed = true, UpdatedAt = clock.GetUtcNow() }, cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        suggestions.SuggestAsync(conversation, kind, typed, cancellationToken);

    public async Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await store.GetConversationAsync(conversation, cancellationToken).ConfigureAwait(false) is not null;

    private async Task AnswerAsync(TurnRecord turn, Func<Texts, string> words)
    {
        try
        {
            var conversation = await conversations.GetAsync(turn.Message, CancellationToken.None).ConfigureAwait(false);
            await store.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Failed, EndedAt = clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
            await messenger.SayAsync(turn.Message.Conversation, words(Texts.For(conversation.Language)), [], null, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotTold(logger, exception, turn.Id);
        }
    }

    private async Task AnnounceAsync(QueuedTurn item, IReadOnlyList<QueuedTurn> ahead)
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
            var posted = await messenger.AnnounceAsync(item.Location.Current, words, ButtonSet.Cancel(item.Turn.Id, texts), asked, item.Begun).ConfigureAwait(false);
            item.AnnouncementId = posted?.MessageId;
            await store.UpdateTurnAsync(item.Turn.Id, t => t with { StatusMessageId = posted?.MessageId ?? t.StatusMessageId }, CancellationToken.None).ConfigureAwait(false);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} could not be counted against the budgets.")]
    private static partial void LogNotCounted(ILogger logger, Exception exception, long turn);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn}: the author could not be informed.")]
    private static partial void LogNotTold(ILogger logger, Exception exception, long turn);
}
