namespace NemoBot.Core.Platforms;

/// <summary>Receives what platforms translate. Every method returns once its effect is on disk, long before the work is done.</summary>
public interface IInboundSink
{
    /// <summary>Persists and enqueues a message. Confirm an update to the platform only after this has returned.</summary>
    Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Links the sender's own backend account to a conversation. The token never passes through <see cref="PostAsync"/>, so that it is
    /// neither stored in clear nor echoed.
    /// </summary>
    /// <param name="conversation">The conversation that will use it.</param>
    /// <param name="author">The sender; must be allowed to change settings.</param>
    /// <param name="token">The token; null or <c>off</c> disconnects the account.</param>
    /// <param name="language">The language of the answer; null for the conversation's.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A sentence to show to the sender alone.</returns>
    Task<string> ConnectAsync(ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken);

    /// <summary>Moves everything to a new key after the platform changed the channel's id.</summary>
    Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>Stops the work of a conversation after the bot was blocked or removed. What is stored stays until it is forgotten.</summary>
    Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Completes an option of a command.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="kind">The kind of option.</param>
    /// <param name="typed">The input so far.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>At most 25 suggestions, best first.</returns>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken);

    /// <summary>Returns true if the conversation is known.</summary>
    Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
