using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>What the backend offers to do next, as buttons. Their words are kept with the turn that the render belongs to.</summary>
internal sealed class RenderOffers(IBotStore store)
{
    private const int Most = 3;

    /// <summary>The buttons of what was offered in the turn: its answer has given way to the progress of the render.</summary>
    public async Task<IReadOnlyList<Button>> OfTurnAsync(RenderTask task, TimelineView timeline, CancellationToken cancellationToken)
    {
        var turn = await store.GetTurnAsync(task.Request.TurnId, cancellationToken).ConfigureAwait(false);
        return turn is null ? [] : Of(turn, timeline, task.Request.Status.Texts);
    }

    /// <summary>The buttons of what was offered in a turn.</summary>
    public static IReadOnlyList<Button> Of(TurnRecord turn, TimelineView timeline, Texts texts) =>
    [
        .. turn.Offers.Take(Most).Select((words, index) => ButtonSet.Offer(turn.Id, index, words)),
        .. turn.HasGenerated ? ButtonSet.KeepChoices(TimelineParts.Of(timeline), texts) : [],
    ];

    /// <summary>The buttons of what is offered with the render's end.</summary>
    public async Task<IReadOnlyList<Button>> AddAsync(RenderTask task, CancellationToken cancellationToken)
    {
        List<string> fresh = [.. task.Offers.Take(Most)];
        if (fresh.Count == 0)
        {
            return [];
        }

        try
        {
            var turn = await store.UpdateTurnAsync(task.Request.TurnId, t => t with { Offers = [.. t.Offers, .. fresh] }, cancellationToken).ConfigureAwait(false);
            return turn is null ? [] : [.. fresh.Select((words, index) => ButtonSet.Offer(turn.Id, turn.Offers.Count - fresh.Count + index, words))];
        }
        catch (Exception exception) when (exception is not LaneLostException && !cancellationToken.IsCancellationRequested)
        {
            // The words can be typed as well.
            return [];
        }
    }
}
