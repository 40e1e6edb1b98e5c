using System.Globalization;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/cancel</c> stops what runs and waits; the button under a status message stops that one turn and its render.</summary>
internal sealed class CancelCommand(ConversationQueues queues, RenderQueue renders) : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Cancel];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        long? wanted = long.TryParse(context.Request.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var found = queues.Snapshot(context.Key).Where(i => wanted is null || i.Turn.Id == wanted).ToList();
        found.ForEach(queues.Cancel);
        var stopped = renders.Stop(context.Key, wanted, RenderStop.Cancelled);

        // What was stopped says so in its own status message.
        return Task.FromResult<Answer?>(found.Count > 0 || stopped ? null : new Answer(context.Texts["cancel.nothing"]));
    }
}
