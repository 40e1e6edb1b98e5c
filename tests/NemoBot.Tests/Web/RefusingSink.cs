using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Web;

/// <summary>An engine that refuses every message.</summary>
internal sealed class RefusingSink(RefusalReason reason = RefusalReason.QueueFull, TimeSpan? retryAfter = null, string? explanation = null) : IInboundSink
{
    public Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(InboundReceipt.Refused(reason, retryAfter, explanation));

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suggestion>>([]);

    public Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(false);
}
