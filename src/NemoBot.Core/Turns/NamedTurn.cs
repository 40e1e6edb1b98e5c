using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Finds the turn whose number a button or a command carries.</summary>
internal static class NamedTurn
{
    /// <returns>Null if it is no number, the turn is no longer kept, or it belongs to another conversation.</returns>
    public static async Task<TurnRecord?> FindAsync(IBotStore store, string number, ConversationKey conversation, CancellationToken cancellationToken) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await store.GetTurnAsync(id, cancellationToken).ConfigureAwait(false) is { } found && found.Message.Conversation == conversation
            ? found
            : null;
}
