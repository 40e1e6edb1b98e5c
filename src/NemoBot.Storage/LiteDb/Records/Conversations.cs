using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>The records of conversations themselves.</summary>
internal static class Conversations
{
    public static ConversationRecord? Get(Session session, ConversationKey key) => Channel.Find(session, key)?.Conversation;

    /// <summary>Adds a conversation; returns the existing one if there is one.</summary>
    public static ConversationRecord Add(Session session, ConversationRecord conversation)
    {
        var channel = Channel.FindOrAdd(session, conversation.Key);
        return channel.Conversation ?? Save(session, channel, conversation);
    }

    /// <summary>Changes the newest form of a conversation; null if there is none.</summary>
    public static ConversationRecord? Update(Session session, ConversationKey key, Func<ConversationRecord, ConversationRecord> change) =>
        Channel.Find(session, key) is { Conversation: { } before } channel ? Save(session, channel, change(before) with { Key = key }) : null;

    private static ConversationRecord Save(Session session, Channel channel, ConversationRecord conversation)
    {
        channel.Conversation = conversation;

        // A conversation that begins at a former address of another is one of its own.
        channel.MovedTo = null;
        channel.Save(session);
        return conversation;
    }
}
