using System.Globalization;
using NemoBot.Core.Homes;
using NemoBot.Core.Inbound;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Recovery;

/// <summary>The queue and the renders of the conversations that this process works on.</summary>
internal sealed class ConversationHome(
    ConversationDispatcher dispatcher,
    WorkResumer resumer,
    ConversationQueues queues,
    QueueRunner runner,
    RenderQueue renders,
    StatusFinalizer finalizer,
    OwedEnds owed) : IConversationHome
{
    public Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken) => dispatcher.DispatchAsync(turn, cancellationToken);

    /// <summary>Continues what does not run here already.</summary>
    public Task ResumeAsync(LaneWork work, CancellationToken cancellationToken) =>
        resumer.ResumeAsync(
            work with
            {
                Turns = [.. work.Turns.Where(t => !owed.Has(t.Id))],
                Renders = [.. work.Renders.Where(r => !renders.Has(r.Conversation, r.Id) && !runner.Has(r.TurnId) && !owed.Has(r.Id))],
                Replies = [.. work.Replies.Where(r => !finalizer.IsShowing(r.Id))],
            },
            cancellationToken);

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => dispatcher.MoveAsync(from, to, cancellationToken);

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => dispatcher.CloseAsync(conversation, cancellationToken);

    public Task AbandonAsync(ConversationKey conversation)
    {
        var turns = queues.Snapshot(conversation);
        foreach (var turn in turns)
        {
            turn.IsAbandoned = true;
            queues.Cancel(turn);
        }

        return Task.WhenAll([renders.AbandonAsync(conversation), .. turns.Select(t => t.Ended)]);
    }

    public bool Has(OpenWork work) => work.Kind switch
    {
        OpenWorkKind.Turn => HasTurn(long.Parse(work.Id, CultureInfo.InvariantCulture)),
        OpenWorkKind.Render => renders.Has(work.Conversation, work.Id) || owed.Has(work.Id),
        _ => finalizer.IsShowing(long.Parse(work.Id, CultureInfo.InvariantCulture)),
    };

    public bool IsIdle(ConversationKey conversation) => queues.HasRoom(conversation, 1) && renders.Running(conversation).Count == 0;

    private bool HasTurn(long id) => runner.Has(id) || owed.Has(id);
}
