using System.Collections.Concurrent;
using System.Threading.Channels;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>
/// What sends find out about chats: that one is closed or has moved. The receiving side reports it to the engine. A send must not,
/// because the engine may be waiting for that send.
/// </summary>
internal sealed class ChatStateEvents
{
    private const int MaxClosed = 10_000;

    private readonly Channel<(ConversationKey From, ConversationKey? To)> _events =
        Channel.CreateUnbounded<(ConversationKey, ConversationKey?)>();

    private readonly ConcurrentDictionary<long, long> _moved = new();
    private readonly ConcurrentDictionary<ConversationKey, byte> _closed = new();

    /// <summary>The events, each once; <c>To</c> is null when the chat is closed.</summary>
    public ChannelReader<(ConversationKey From, ConversationKey? To)> Reader => _events.Reader;

    /// <summary>How many chats are known to be closed.</summary>
    internal int Closed => _closed.Count;

    /// <summary>The current address of a chat.</summary>
    public ChatAddress Resolve(ChatAddress address) =>
        _moved.TryGetValue(address.Chat, out var moved) ? address with { Chat = moved } : address;

    /// <summary>Records a group's new id without an event; false if it is known.</summary>
    public bool Follow(long from, long to) => from != to && _moved.TryAdd(from, to);

    /// <summary>Emits that a group has a new id.</summary>
    public void MarkMoved(long from, long to)
    {
        if (Follow(from, to))
        {
            _events.Writer.TryWrite((new ChatAddress(from).Key, new ChatAddress(to).Key));
        }
    }

    /// <summary>Emits that no message can be delivered to the conversation.</summary>
    public void MarkClosed(ChatAddress address)
    {
        if (_closed.Count >= MaxClosed)
        {
            // Costs an event more for a chat that is written to again.
            _closed.Clear();
        }

        if (_closed.TryAdd(address.Key, 0))
        {
            _events.Writer.TryWrite((address.Key, null));
        }
    }

    /// <summary>Records that the conversation is active again.</summary>
    public void MarkOpen(ChatAddress address) => _closed.TryRemove(address.Key, out _);
}
