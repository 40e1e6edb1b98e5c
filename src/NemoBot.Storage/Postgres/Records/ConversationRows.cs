using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>The records of conversations themselves.</summary>
internal static class ConversationRows
{
    public static async Task<ConversationRecord?> GetAsync(PostgresSession session, ConversationKey key) =>
        (await ChannelRow.FindAsync(session, key).ConfigureAwait(false))?.Conversation;

    /// <summary>Adds a conversation; returns the existing one if there is one.</summary>
    public static async Task<ConversationRecord> AddAsync(PostgresSession session, ConversationRecord conversation)
    {
        var channel = await ChannelRow.LockOrAddAsync(session, conversation.Key).ConfigureAwait(false);
        return channel.Conversation ?? await SaveAsync(session, channel, conversation).ConfigureAwait(false);
    }

    /// <summary>Changes the newest form of a conversation; null if there is none.</summary>
    public static async Task<ConversationRecord?> UpdateAsync(
        PostgresSession session, ConversationKey key, Func<ConversationRecord, ConversationRecord> change) =>
        await ChannelRow.LockAsync(session, key).ConfigureAwait(false) is { Conversation: { } before } channel
            ? await SaveAsync(session, channel, change(before) with { Key = key }).ConfigureAwait(false)
            : null;

    /// <summary>A conversation that begins at a former address of another is one of its own.</summary>
    private static async Task<ConversationRecord> SaveAsync(PostgresSession session, ChannelRow channel, ConversationRecord conversation)
    {
        await (channel with { Conversation = conversation, MovedTo = null }).SaveAsync(session).ConfigureAwait(false);
        return conversation;
    }
}
