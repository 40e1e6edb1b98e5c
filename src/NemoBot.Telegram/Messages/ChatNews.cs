using System.Collections.Concurrent;
using System.Threading.Channels;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>
/// What sends find out about chats: one is closed, one has moved. It is told to the engine by the receiving side, never from
/// inside a send, because the engine may be waiting for that very send.
/// </summary>
internal sealed class ChatNews
{
    private readonly Channel<(ConversationKey From, ConversationKey? To)> _news =
        Channel.CreateUnbounded<(ConversationKey, ConversationKey?)>();

    private readonly ConcurrentDictionary<long, long> _moved = new();
    private readonly ConcurrentDictionary<ConversationKey, byte> _closed = new();

    /// <summary>The news, each once; <c>To</c> is null when the chat is closed.</summary>
    public ChannelReader<(ConversationKey From, ConversationKey? To)> Reader => _news.Reader;

    /// <summary>Where a chat is now.</summary>
    public ChatAddress Current(ChatAddress address) =>
        _moved.TryGetValue(address.Chat, out var moved) ? address with { Chat = moved } : address;

    /// <summary>A group has a new id, and the engine is told elsewhere.</summary>
    public bool Follow(long from, long to) => from != to && _moved.TryAdd(from, to);

    /// <summary>A group has a new id.</summary>
    public void Moved(long from, long to)
    {
        if (Follow(from, to))
        {
            _news.Writer.TryWrite((new ChatAddress(from).Key, new ChatAddress(to).Key));
        }
    }

    /// <summary>Nothing gets through to the conversation any more.</summary>
    public void Closed(ChatAddress address)
    {
        if (_closed.TryAdd(address.Key, 0))
        {
            _news.Writer.TryWrite((address.Key, null));
        }
    }

    /// <summary>The conversation speaks again.</summary>
    public void Opened(ChatAddress address) => _closed.TryRemove(address.Key, out _);
}
