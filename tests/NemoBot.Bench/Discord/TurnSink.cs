using System.Collections.Concurrent;
using System.Diagnostics;
using NemoBot.Core.Platforms;

namespace NemoBot.Bench.Discord;

/// <summary>A sink whose every message starts a turn: a status, ten edits as fast as they are allowed, and a last one that is owed.</summary>
internal sealed class TurnSink(IChatPlatform platform) : IInboundSink
{
    private readonly ConcurrentDictionary<(ConversationKey, string), byte> _seen = new();
    private int _posts;
    private int _doubled;
    private int _done;
    private int _edits;
    private int _putOff;

    public ConcurrentDictionary<string, long> Said { get; } = new();

    public ConcurrentBag<double> Delays { get; } = [];

    public int Posts => _posts;

    public int Doubled => _doubled;

    public int Done => _done;

    public int Edits => _edits;

    public int PutOff => _putOff;

    public Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_seen.TryAdd((message.Conversation, message.MessageId), 0))
        {
            Interlocked.Increment(ref _doubled);
            return Task.FromResult(InboundReceipt.Duplicate);
        }

        Interlocked.Increment(ref _posts);
        Delays.Add(Stopwatch.GetElapsedTime(Said[message.Conversation.Channel]).TotalMilliseconds);
        _ = TurnAsync(message, CancellationToken.None);
        return Task.FromResult(InboundReceipt.Accepted);
    }

    public Task<string> ConnectAsync(ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        Task.FromResult("");

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suggestion>>([]);

    public Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(true);

    private async Task TurnAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var sent = await platform.SendAsync(message.Conversation, new OutboundMessage { Kind = OutboundKind.Status, Text = "Working" }, cancellationToken);
        var status = ((DeliveryResult.Delivered)sent).Message;
        for (var step = 1; step <= 10; step++)
        {
            var result = await platform.EditAsync(status, new OutboundMessage { Kind = OutboundKind.Status, Text = $"{step * 9} %" }, cancellationToken);
            var wait = TimeSpan.FromSeconds(1.2);
            if (result is DeliveryResult.RateLimited limited)
            {
                Interlocked.Increment(ref _putOff);
                wait = limited.RetryAfter;
            }
            else
            {
                Interlocked.Increment(ref _edits);
            }

            await Task.Delay(wait < TimeSpan.FromSeconds(3) ? wait : TimeSpan.FromSeconds(3), TimeProvider.System, cancellationToken);
        }

        await platform.EditAsync(status, new OutboundMessage { Kind = OutboundKind.Status, Text = "Done", IsFinal = true }, cancellationToken);
        Interlocked.Increment(ref _done);
    }
}
