using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Homes;

/// <summary>
/// Finds the process that works on a conversation. There is one for each conversation: it holds the queue, so that requests, commands
/// and cancellations meet the work wherever they were received.
/// </summary>
public interface IConversationHomes
{
    /// <summary>Runs a stored turn, or enqueues it, in the home of its conversation.</summary>
    Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Moves a conversation to another key, with the work that is under way.</summary>
    Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>Stops the work of a conversation.</summary>
    Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
