using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Applies changes to the newest records. Identity stays with the store; an update never inserts and never reopens.</summary>
internal static class Changes
{
    public static ConversationRecord Add(SqliteSession session, ConversationRecord conversation)
    {
        if (Conversations.Get(session, conversation.Key) is { } existing)
        {
            return existing;
        }

        Conversations.Put(session, conversation);
        return conversation;
    }

    public static bool Add(SqliteSession session, RenderRecord render)
    {
        if (Channels.Find(session, render.Conversation) is null)
        {
            return false;
        }

        Renders.Put(session, render);
        return true;
    }

    public static ConversationRecord? Apply(SqliteSession session, ConversationKey key, Func<ConversationRecord, ConversationRecord> change)
    {
        if (Conversations.Get(session, key) is not { } found)
        {
            return null;
        }

        var changed = change(found) with { Key = key };
        Conversations.Put(session, changed);
        return changed;
    }

    public static TurnRecord? Apply(SqliteSession session, long id, Func<TurnRecord, TurnRecord> change)
    {
        if (Turns.Get(session, id) is not { } found)
        {
            return null;
        }

        var changed = change(found);
        changed = changed with { Id = id, Message = changed.Message with { Conversation = found.Message.Conversation } };
        if (changed.State.IsOpen() && !found.State.IsOpen())
        {
            return null;
        }

        Turns.Update(session, changed);
        return changed;
    }

    public static RenderRecord? Apply(SqliteSession session, string id, Func<RenderRecord, RenderRecord> change)
    {
        if (Renders.Get(session, id) is not { IsClosed: false } found)
        {
            return null;
        }

        var changed = change(found) with { Id = id, Conversation = found.Conversation };
        Renders.Put(session, changed);
        return changed;
    }

    public static PendingReply? Apply(SqliteSession session, long id, Func<PendingReply, PendingReply> change)
    {
        if (Endings.Get(session, id) is not { } found)
        {
            return null;
        }

        var changed = change(found) with { Id = id, Conversation = found.Conversation };
        Endings.Update(session, changed);
        return changed;
    }

    public static PendingReply? End(SqliteSession session, long id, Func<TurnRecord, TurnRecord> change, PendingReply reply) =>
        Turns.Get(session, id) is { } found && found.State.IsOpen() && Apply(session, id, change) is { } changed
            ? Endings.Add(session, Turns.ChannelOf(session, id), reply with { Conversation = changed.Message.Conversation })
            : null;

    public static PendingReply? End(SqliteSession session, string id, Func<RenderRecord, RenderRecord> change, PendingReply reply) =>
        Apply(session, id, change) is { } changed
            ? Endings.Add(session, Renders.ChannelOf(session, id), reply with { Conversation = changed.Conversation })
            : null;
}
