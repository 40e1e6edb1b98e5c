using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// The log of messages. Sequence numbers are assigned by the only writer and become visible in their order: a reader that has seen
/// a number will never find a lower one later.
/// </summary>
internal static class MessageLog
{
    private const string Counter = "log";

    public static LoggedMessage Append(Session session, ConversationKey key, string json, DateTimeOffset now)
    {
        var channel = Channel.FindOrAdd(session, key);
        var sequence = session.Next(Counter);
        var row = new BsonDocument { ["_id"] = sequence };
        row.Set("place", Place.Of(channel.Id, sequence));
        row.Set("order", Place.Of(channel.Id, sequence));
        row.Set("edits", 0L);
        row.Set("json", json);
        row.Set("at", now);
        session.Insert(Collections.Log, row);
        return new LoggedMessage(key, sequence, sequence, 0, json);
    }

    public static LoggedMessage? Rewrite(Session session, ConversationKey key, long id, string json, DateTimeOffset now)
    {
        if (Find(session, key, id) is not { } row)
        {
            return null;
        }

        row.Set("order", Place.Of(Place.Channel(row.Number("place")), session.Next(Counter)));
        row.Set("edits", row.Number("edits") + 1);
        row.Set("json", json);
        row.Set("at", now);
        session.Update(Collections.Log, row);
        return Read(row, key);
    }

    public static LoggedMessage? Get(Session session, ConversationKey key, long id) => Find(session, key, id) is { } row ? Read(row, key) : null;

    public static IReadOnlyList<LoggedMessage> Newest(Session session, ConversationKey key, int count)
    {
        if (Channel.Find(session, key) is not { } channel)
        {
            return [];
        }

        var rows = session.Range(Collections.Log, "place", Place.First(channel.Id), Place.Last(channel.Id), count, descending: true);
        rows.Reverse();
        return [.. rows.Select(r => Read(r, key))];
    }

    public static IReadOnlyList<LoggedMessage> After(Session session, ConversationKey key, long sequence, int count) =>
        Channel.Find(session, key) is { } channel
            ? [.. session.Range(Collections.Log, "order", Place.Of(channel.Id, Math.Max(0, sequence + 1)), Place.Last(channel.Id), count).Select(r => Read(r, key))]
            : [];

    public static int Prune(Session session, DateTimeOffset before, int limit)
    {
        var rows = session.Range(Collections.Log, "at", long.MinValue, before.ToUnixTimeMilliseconds() - 1, limit);
        rows.ForEach(r => session.Delete(Collections.Log, r["_id"]));
        return rows.Count;
    }

    /// <summary>Gives every message of a channel the next sequence numbers in the old order, so that readers of its new key see them.</summary>
    public static void Renumber(Session session, long channel)
    {
        foreach (var row in session.Range(Collections.Log, "order", Place.First(channel), Place.Last(channel)))
        {
            row.Set("order", Place.Of(channel, session.Next(Counter)));
            session.Update(Collections.Log, row);
        }
    }

    /// <summary>Moves the messages of a channel to another, with their numbers.</summary>
    public static void Move(Session session, long from, long to)
    {
        foreach (var row in session.Range(Collections.Log, "place", Place.First(from), Place.Last(from)))
        {
            row.Set("place", Place.Of(to, row["_id"].AsInt64));
            row.Set("order", Place.Of(to, Place.Number(row.Number("order"))));
            session.Update(Collections.Log, row);
        }
    }

    private static BsonDocument? Find(Session session, ConversationKey key, long id) =>
        session.Get(Collections.Log, id) is { } row && Channel.Find(session, key)?.Id == Place.Channel(row.Number("place")) ? row : null;

    private static LoggedMessage Read(BsonDocument row, ConversationKey key) =>
        new(key, row.Number("_id"), Place.Number(row.Number("order")), row.Int("edits"), row.Text("json"));
}
