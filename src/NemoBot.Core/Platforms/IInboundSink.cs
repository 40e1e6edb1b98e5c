namespace NemoBot.Core.Platforms;

/// <summary>Where platforms put what they receive. Every method returns once its effect is on disk, long before the work is done.</summary>
public interface IInboundSink
{
    /// <summary>Writes the message to the store and queues it. Confirm an update to the platform only after this has returned.</summary>
    Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a conversation use the sender's own backend token. The token never passes through <see cref="PostAsync"/>,
    /// so that it is neither stored in clear nor echoed.
    /// </summary>
    /// <param name="conversation">The conversation that will use it.</param>
    /// <param name="author">Who connects; must be allowed to change settings.</param>
    /// <param name="token">The token; null or <c>off</c> forgets the one in use.</param>
    /// <param name="language">The language of the answer, or null for the conversation's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A sentence to show to the sender alone.</returns>
    Task<string> ConnectAsync(ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken);

    /// <summary>The platform gave the channel another id (a Telegram group became a supergroup): everything moves along.</summary>
    Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>The bot was blocked or removed: running work of the conversation ends; what is stored stays until it is forgotten.</summary>
    Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Completes an option while somebody types.</summary>
    /// <param name="conversation">Where they type.</param>
    /// <param name="kind">What is being completed.</param>
    /// <param name="typed">What is typed so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At most 25 suggestions, best first.</returns>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken);

    /// <summary>True if the bot has talked in this conversation before.</summary>
    Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
