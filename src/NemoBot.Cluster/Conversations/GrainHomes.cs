using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>Finds the home of a conversation among all instances.</summary>
internal sealed partial class GrainHomes(IGrainFactory grains, TimeProvider clock, ILogger<GrainHomes> logger) : IConversationHomes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The turn is stored: if its home does not answer, whoever takes the lane up finds it there.</summary>
    public async Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Home(turn.Message.Conversation).DispatchAsync(turn.Id).WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(false);
            return answer.ToReceipt();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogLater(logger, exception, turn.Id);
            return InboundReceipt.Accepted;
        }
    }

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) =>
        Home(from).MoveAsync(to.ToString()).WaitAsync(cancellationToken);

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => Home(conversation).CloseAsync().WaitAsync(cancellationToken);

    private IConversationGrain Home(ConversationKey conversation) => grains.GetGrain<IConversationGrain>(conversation.ToString());

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Turn} is stored and waits for its conversation to be taken up.")]
    private static partial void LogLater(ILogger logger, Exception exception, long turn);
}
