using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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

/// <summary>Dispatches the stored turns of conversations that this process works on: into the queue, or beside it.</summary>
internal sealed partial class ConversationDispatcher(
    IBotStore store,
    BudgetService budget,
    ConversationQueues queues,
    QueueRunner runner,
    ITurnExecutor executor,
    ConversationProvider conversations,
    QueueNotices notices,
    RenderQueue renders,
    IOptionsMonitor<EngineOptions> options,
    TimeProvider clock,
    ILogger<ConversationDispatcher> logger)
{
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
            _ = notices.AnnounceAsync(item, ahead);
        }
    }

    /// <summary>Runs a stored turn or enqueues it. A turn that is enqueued already stays where it is.</summary>
    public async Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        if (runner.Has(turn.Id))
        {
            return InboundReceipt.Accepted;
        }

        var request = RequestParser.Read(turn.Message);
        var isBeside = executor.BypassesQueue(request);
        if (!isBeside && !queues.HasRoom(turn.Message.Conversation, options.CurrentValue.LaneCapacity))
        {
            _ = notices.RefuseAsync(turn, texts => texts.Format("queue.full", options.CurrentValue.LaneCapacity));
            return InboundReceipt.Refused(RefusalReason.QueueFull, null);
        }

        if (executor.CostsWork(request) && await AskBudgetAsync(turn, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            var texts = Texts.For((await conversations.GetAsync(turn.Message, cancellationToken).ConfigureAwait(false)).Language);
            string Words(Texts texts) => BudgetText.Describe(refusal, texts);
            _ = notices.RefuseAsync(turn, Words);
            return InboundReceipt.Refused(RefusalReason.BudgetSpent, refusal.RetryAfter, Words(texts));
        }

        Start(new QueuedTurn(turn), isBeside);
        return InboundReceipt.Accepted;
    }

    /// <summary>Continues a turn of an earlier process: it was let in then.</summary>
    public void Resume(TurnRecord turn)
    {
        if (!runner.Has(turn.Id))
        {
            Start(new QueuedTurn(turn), turn.State is TurnState.Queued && executor.BypassesQueue(RequestParser.Read(turn.Message)));
        }
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

    private void Start(QueuedTurn item, bool isBeside)
    {
        if (isBeside)
        {
            runner.RunBeside(item);
        }
        else
        {
            Enqueue(item);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} could not be counted against the budgets.")]
    private static partial void LogNotCounted(ILogger logger, Exception exception, long turn);
}
