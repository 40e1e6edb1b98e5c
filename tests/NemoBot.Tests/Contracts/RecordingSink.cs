using System.Collections.Concurrent;
using System.Threading.Channels;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Support;

namespace NemoBot.Tests.Contracts;

/// <summary>A sink that keeps what is posted and drops second copies by message id, as the engine does.</summary>
public sealed class RecordingSink : IInboundSink
{
    private readonly ConcurrentDictionary<(ConversationKey, string), byte> _seen = new();
    private readonly Channel<InboundMessage> _accepted = Channel.CreateUnbounded<InboundMessage>();
    private int _duplicates;

    /// <summary>Everything that was accepted, in order.</summary>
    public ConcurrentQueue<InboundMessage> Messages { get; } = new();

    /// <summary>How many second copies came.</summary>
    public int Duplicates => _duplicates;

    /// <summary>Conversations that moved.</summary>
    public ConcurrentQueue<(ConversationKey From, ConversationKey To)> Moves { get; } = new();

    /// <summary>Conversations that were closed.</summary>
    public ConcurrentQueue<ConversationKey> Closed { get; } = new();

    /// <summary>Tokens that were connected.</summary>
    public ConcurrentQueue<(ConversationKey Conversation, string? Token)> Connected { get; } = new();

    /// <summary>Called before a message is taken; may throw, as a full disk does.</summary>
    public Action<InboundMessage> OnPost { get; set; } = _ => { };

    public Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        OnPost(message);
        if (!_seen.TryAdd((message.Conversation, message.MessageId), 0))
        {
            Interlocked.Increment(ref _duplicates);
            return Task.FromResult(InboundReceipt.Duplicate);
        }

        Messages.Enqueue(message);
        _accepted.Writer.TryWrite(message);
        return Task.FromResult(InboundReceipt.Accepted);
    }

    /// <summary>The next accepted message that was not taken by this before; fails after 20 s.</summary>
    public async Task<InboundMessage> NextAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience.Limit);
        return await _accepted.Reader.ReadAsync(patience.Token);
    }

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken)
    {
        Connected.Enqueue((conversation, token));
        return Task.FromResult("Connected.");
    }

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken)
    {
        Moves.Enqueue((from, to));
        return Task.CompletedTask;
    }

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        Closed.Enqueue(conversation);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suggestion>>([new Suggestion("1", "v1")]);

    public Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult(_seen.Keys.Any(k => k.Item1 == conversation));
}
