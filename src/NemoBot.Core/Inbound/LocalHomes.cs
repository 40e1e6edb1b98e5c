using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Inbound;

/// <summary>The only process is the home of every conversation.</summary>
internal sealed class LocalHomes(ConversationDispatcher dispatcher) : IConversationHomes
{
    public Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken) => dispatcher.DispatchAsync(turn, cancellationToken);

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => dispatcher.MoveAsync(from, to, cancellationToken);

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => dispatcher.CloseAsync(conversation, cancellationToken);
}
