using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// Deletes everything that is kept of a conversation. The first step takes its key away, after which nothing finds it any more;
/// the others delete its rows a few at a time. A process that ends in between goes on at the next start.
/// </summary>
internal static class ConversationErasure
{
    /// <summary>Makes a conversation and its former addresses unreachable.</summary>
    /// <returns>False if there is nothing to forget.</returns>
    public static bool Begin(Session session, ConversationKey key)
    {
        if (Channel.Find(session, key) is not { } channel)
        {
            return false;
        }

        var account = channel.Conversation?.AccountKey;
        Forget(session, channel);
        AccountRows.DeleteUnused(session, account);
        return true;
    }

    /// <summary>Deletes some rows of what was forgotten.</summary>
    /// <returns>False if nothing is left.</returns>
    public static bool Step(Session session, int limit)
    {
        if (Channel.Forgotten(session) is not [var channel, ..])
        {
            return false;
        }

        var (first, last) = (Place.First(channel.Id), Place.Last(channel.Id));
        limit -= DeleteEach(session.Range(Collections.Turns, "place", first, last, limit), r => Turns.Delete(session, r));
        limit -= DeleteEach(session.Range(Collections.Drafts, "_id", first, last, limit), r => session.Delete(Collections.Drafts, r["_id"]));
        limit -= DeleteEach(session.Range(Collections.Log, "place", first, last, limit), r => session.Delete(Collections.Log, r["_id"]));
        limit -= DeleteEach(session.Range(Collections.Renders, "channel", channel.Id, channel.Id, limit), r => Renders.Delete(session, r["_id"]));
        limit -= DeleteEach(session.Range(Collections.Replies, "channel", channel.Id, channel.Id, limit), r => session.Delete(Collections.Replies, r["_id"]));
        limit -= SeenMessages.Forget(session, channel.SeenSpace, limit);
        if (limit > 0)
        {
            session.Delete(Collections.Channels, channel.Id);
        }

        return true;
    }

    private static void Forget(Session session, Channel channel)
    {
        channel.Forget();
        channel.Save(session);
        Channel.MovedInto(session, channel.Id).ForEach(former => Forget(session, former));
    }

    private static int DeleteEach(List<BsonDocument> rows, Action<BsonDocument> delete)
    {
        rows.ForEach(delete);
        return rows.Count;
    }
}
