using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>What the store should hold, as plain dictionaries: each change in the order in which the calls were made.</summary>
internal sealed class StoreModel
{
    private readonly Dictionary<ConversationKey, ConversationKey> _movedTo = [];
    private readonly HashSet<ConversationKey> _addresses = [];

    public Dictionary<ConversationKey, ConversationRecord> Conversations { get; } = [];

    public Dictionary<long, TurnRecord> Turns { get; } = [];

    public Dictionary<string, RenderRecord> Renders { get; } = [];

    public Dictionary<long, PendingReply> Replies { get; } = [];

    public bool Knows(ConversationKey key) => _addresses.Contains(key);

    public void Touch(ConversationKey key) => _addresses.Add(key);

    public void Add(ConversationRecord conversation)
    {
        Touch(conversation.Key);
        if (Conversations.TryAdd(conversation.Key, conversation))
        {
            _movedTo.Remove(conversation.Key);
        }
    }

    public void Change(ConversationKey key, Func<ConversationRecord, ConversationRecord> change)
    {
        if (Conversations.TryGetValue(key, out var found))
        {
            Conversations[key] = change(found);
            _movedTo.Remove(key);
        }
    }

    /// <returns>True if the change was taken.</returns>
    public bool Change(long turn, Func<TurnRecord, TurnRecord> change)
    {
        if (!Turns.TryGetValue(turn, out var found) || (change(found).State.IsOpen() && !found.State.IsOpen()))
        {
            return false;
        }

        Turns[turn] = change(found);
        return true;
    }

    public void Forget(ConversationKey key)
    {
        if (!_addresses.Remove(key))
        {
            return;
        }

        _movedTo.Remove(key);
        Conversations.Remove(key);
        RemoveWhere(Turns, t => t.Message.Conversation == key);
        RemoveWhere(Renders, r => r.Conversation == key);
        RemoveWhere(Replies, r => r.Conversation == key);
        foreach (var former in _movedTo.Where(m => m.Value == key).Select(m => m.Key).ToList())
        {
            Forget(former);
        }
    }

    public void Move(ConversationKey from, ConversationKey to)
    {
        if (from == to || !_addresses.Contains(from))
        {
            return;
        }

        Touch(to);
        MoveConversation(from, to);
        Replace(Turns, t => t.Message.Conversation == from, t => t with { Message = t.Message with { Conversation = to } });
        Replace(Renders, r => r.Conversation == from, r => r with { Conversation = to });
        Replace(Replies, r => r.Conversation == from, r => r with { Conversation = to });
        foreach (var (address, target) in _movedTo.ToList())
        {
            _movedTo[address] = target == from ? to : target == to ? from : target;
        }

        _movedTo[from] = to;
        _movedTo.Remove(to);
    }

    private void MoveConversation(ConversationKey from, ConversationKey to)
    {
        if (!Conversations.Remove(from, out var moved))
        {
            return;
        }

        moved = moved with { Key = to };
        Conversations[to] = !Conversations.TryGetValue(to, out var older) ? moved : moved with
        {
            AccountKey = moved.AccountKey == Accounts.Default ? older.AccountKey : moved.AccountKey,
            CreditsUsed = moved.CreditsUsed + older.CreditsUsed,
            CreatedAt = moved.CreatedAt < older.CreatedAt ? moved.CreatedAt : older.CreatedAt,
        };
    }

    private static void RemoveWhere<TKey, TValue>(Dictionary<TKey, TValue> all, Func<TValue, bool> which)
        where TKey : notnull
    {
        foreach (var (key, _) in all.Where(p => which(p.Value)).ToList())
        {
            all.Remove(key);
        }
    }

    private static void Replace<TKey, TValue>(Dictionary<TKey, TValue> all, Func<TValue, bool> which, Func<TValue, TValue> change)
        where TKey : notnull
    {
        foreach (var (key, value) in all.Where(p => which(p.Value)).ToList())
        {
            all[key] = change(value);
        }
    }
}
