using System.Collections.Concurrent;
using System.Threading.Channels;
using NemoBot.Core.Platforms;

namespace NemoBot.Browser.Support;

/// <summary>Takes the engine's place: keeps what people say, and the test says what the bot answers.</summary>
internal sealed class ScriptedEngine : IInboundSink
{
    private readonly ConcurrentDictionary<(ConversationKey, string), bool> _seen = new();
    private readonly Channel<InboundMessage> _said = Channel.CreateUnbounded<InboundMessage>();

    public ConcurrentQueue<string?> Tokens { get; } = new();

    public async Task<InboundMessage> NextAsync() => await _said.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (!_seen.TryAdd((message.Conversation, message.MessageId), true))
        {
            return Task.FromResult(InboundReceipt.Duplicate);
        }

        _said.Writer.TryWrite(message);
        return Task.FromResult(InboundReceipt.Accepted);
    }

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken)
    {
        Tokens.Enqueue(token);
        return Task.FromResult("Your account is connected to this chat.");
    }

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suggestion>>([]);

    public Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(true);
}
