using System.Collections.Concurrent;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Bench.Telegram;

/// <summary>Starts a turn per message and counts what comes.</summary>
internal sealed class BenchSink(Func<InboundMessage, Task> turn) : IInboundSink, IPlatformCursors
{
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private readonly ConcurrentDictionary<string, string> _cursors = new();

    public ConcurrentQueue<Task> Turns { get; } = new();

    public int Distinct => _seen.Count;

    public int Twice => _seen.Values.Count(n => n > 1);

    public Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (_seen.AddOrUpdate(message.Conversation + message.MessageId, 1, (_, n) => n + 1) > 1)
        {
            return Task.FromResult(InboundReceipt.Duplicate);
        }

        Turns.Enqueue(Task.Run(() => turn(message), cancellationToken));
        return Task.FromResult(InboundReceipt.Accepted);
    }

    public Task<string> ConnectAsync(ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        Task.FromResult("");

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suggestion>>([]);

    public Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_cursors.GetValueOrDefault(name));

    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken)
    {
        _cursors[name] = value ?? "";
        return Task.CompletedTask;
    }
}
