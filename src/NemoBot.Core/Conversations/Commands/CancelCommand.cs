using System.Globalization;
using NemoBot.Core.Conversations.Lanes;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Rendering;

namespace NemoBot.Core.Conversations.Commands;

/// <summary><c>/cancel</c> stops what runs and waits; the button under a status message stops that one turn and its render.</summary>
internal sealed class CancelCommand(LaneSet lanes, RenderDesk renders) : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Cancel];

    public bool PassesLane => true;

    public bool IsReserved => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        long? wanted = long.TryParse(context.Request.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var found = lanes.Look(context.Key).Where(i => wanted is null || i.Turn.Id == wanted).ToList();
        found.ForEach(i => i.Cancel());
        var stopped = renders.Stop(context.Key, wanted, RenderStop.Cancelled);

        // What was stopped says so in its own status message.
        return Task.FromResult<Answer?>(found.Count > 0 || stopped ? null : new Answer(context.Texts["cancel.nothing"]));
    }
}
