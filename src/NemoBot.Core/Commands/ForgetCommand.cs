using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/forget</c>: deletes everything kept about the conversation, after asking once.</summary>
internal sealed class ForgetCommand(
    IBotStore store, ConversationQueues queues, RenderQueue renders, PlatformDirectory platforms, Messenger messenger, TimeProvider clock) : ICommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> Names => [ButtonIds.Forget];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        if (context.Request.Arguments != "yes")
        {
            return new Answer(
                texts["forget.ask"], new Button(ButtonIds.Of(ButtonIds.Forget, "yes"), texts["button.forget"], ButtonStyle.Danger));
        }

        var open = queues.Snapshot(context.Key);
        foreach (var item in open)
        {
            queues.Cancel(item);
        }

        renders.Stop(context.Key, null, RenderStop.Gone);

        // A turn that is just beginning would add the conversation again.
        await Task.WhenAny(Task.WhenAll(open.Select(i => i.Ended)), Task.Delay(Patience, clock, cancellationToken)).ConfigureAwait(false);
        await store.ForgetConversationAsync(context.Key, cancellationToken).ConfigureAwait(false);
        if (platforms.For(context.Key) is IConversationEraser eraser)
        {
            await eraser.EraseAsync(context.Key, cancellationToken).ConfigureAwait(false);
        }

        // Nothing of this turn may be written any more: it is forgotten too.
        await messenger.SayAsync(context.Key, texts["forget.done"], [], null, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
