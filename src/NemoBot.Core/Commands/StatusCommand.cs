using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/status</c>: what runs and what waits, with names.</summary>
internal sealed class StatusCommand(IBotStore store, ConversationQueues queues, RenderQueue renders) : ICommand
{
    public IReadOnlyList<string> Names => ["status"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var lines = queues.Snapshot(context.Key)
            .Select((item, i) => texts.Format(
                i == 0 ? "queue.running" : "queue.waiting",
                context.Message.IsPrivate ? QueuedTurnText.Describe(item, texts) : texts.Format("queue.named", item.Turn.Message.Author.Name, QueuedTurnText.Describe(item, texts))))
            .Concat(renders.Running(context.Key).Select(v => texts.Format("queue.rendering", v)))
            .ToList();
        return lines.Count == 0
            ? await IdleAsync(context, cancellationToken).ConfigureAwait(false)
            : new Answer(string.Join("\n", lines), new Button(ButtonIds.Cancel, texts["button.cancel-all"], ButtonStyle.Danger));
    }

    private async Task<Answer> IdleAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false);
        return newest is [var draft] && draft.Project == context.Conversation.Project
            ? new Answer(context.Texts.Format("queue.idle", draft.Version), ButtonSet.Show("timeline", context.Texts))
            : new Answer(context.Texts["queue.empty"]);
    }
}
