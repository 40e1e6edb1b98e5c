using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Counts what is kept of conversations, and finds those that nobody uses.</summary>
internal static class ConversationInventory
{
    public static ConversationContents Describe(Session session, ConversationKey key)
    {
        if (Channel.Find(session, key) is not { } channel)
        {
            return new ConversationContents();
        }

        var turns = OfPlace(session, Collections.Turns, "place", channel, int.MaxValue);
        var drafts = OfPlace(session, Collections.Drafts, "_id", channel, int.MaxValue);
        return new ConversationContents
        {
            Turns = turns.Count,
            Versions = drafts.Count,
            Renders = OfChannel(session, Collections.Renders, channel, int.MaxValue).Count,
            Messages = OfPlace(session, Collections.Log, "place", channel, int.MaxValue).Count,
            Sessions = [.. turns.Concat(drafts).Select(r => r.TextOrNull("session")).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Looks through some channels.</summary>
    /// <returns>Where to go on; null after the last one.</returns>
    public static BsonValue? FindUnused(Session session, BsonValue after, DateTimeOffset before, int limit, List<ConversationKey> unused)
    {
        var rows = session.After(Collections.Channels, after, limit);
        unused.AddRange(rows.Select(r => new Channel(r)).Where(c => IsUnused(session, c, before)).Select(c => c.Key));
        return rows.Count < limit ? null : rows[^1]["_id"];
    }

    private static bool IsUnused(Session session, Channel channel, DateTimeOffset before) =>
        channel is { IsForgotten: false, MovedTo: null }
        && (channel.Conversation is not { } conversation || conversation.UpdatedAt < before)
        && OfPlace(session, Collections.Turns, "place", channel, 1).Count == 0
        && OfChannel(session, Collections.Renders, channel, 1).Count == 0
        && OfChannel(session, Collections.Replies, channel, 1).Count == 0
        && OfPlace(session, Collections.Log, "place", channel, 1).Count == 0
        && (OfPlace(session, Collections.Drafts, "_id", channel, 1) is not [var newest] || newest.Time("created") < before);

    /// <summary>Newest first.</summary>
    private static List<BsonDocument> OfPlace(Session session, string collection, string field, Channel channel, int limit) =>
        session.Range(collection, field, Place.First(channel.Id), Place.Last(channel.Id), limit, descending: true);

    private static List<BsonDocument> OfChannel(Session session, string collection, Channel channel, int limit) =>
        session.Range(collection, "channel", channel.Id, channel.Id, limit);
}
