using System.Globalization;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Finds what was asked at first, behind any number of presses that run it again.</summary>
internal static class FirstAsked
{
    /// <returns>The earliest turn that is still kept; the given one if it repeats none.</returns>
    public static async Task<TurnRecord> FindAsync(IBotStore store, TurnRecord turn, CancellationToken cancellationToken)
    {
        while (RepeatedBy(turn) is { } id
            && await store.GetTurnAsync(id, cancellationToken).ConfigureAwait(false) is { } earlier
            && earlier.Message.Conversation == turn.Message.Conversation)
        {
            turn = earlier;
        }

        return turn;
    }

    // A turn repeats only earlier ones, whatever number a press names: so the search ends.
    private static long? RepeatedBy(TurnRecord turn) =>
        turn.Message.ActionId is { } action
        && ButtonIds.Read(action) is (ButtonIds.Rerun or ButtonIds.Go or ButtonIds.Local or ButtonIds.Compress, [var number])
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < turn.Id
            ? id
            : null;
}
