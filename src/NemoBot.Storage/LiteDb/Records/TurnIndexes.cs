using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Keeps the small collections beside the turns in step with them: open ones, sent ones, and what they cost.</summary>
internal static class TurnIndexes
{
    /// <summary>Writes what has changed between two forms of a turn.</summary>
    public static void Update(Session session, Channel channel, TurnRecord? before, TurnRecord after)
    {
        UpdateOpen(session, before, after);
        UpdateSent(session, channel.Id, before, after);
        if (Cost(after) is { } cost && Cost(before) != cost)
        {
            SaveCost(session, channel, after, cost);
        }
        else if (Cost(after) is null && Cost(before) is not null)
        {
            session.Delete(Collections.TurnCosts, after.Id);
        }
    }

    /// <summary>Sums the turns with a known balance before and after; a refund counts as nothing.</summary>
    public static CreditUse CreditUse(Session session, ConversationKey key, string authorId, DateTimeOffset since) => new(
        Sum(session, "person", Person(key, authorId), since),
        Channel.Find(session, key) is { } channel ? Sum(session, "channel", Number(channel.Id), since) : 0);

    /// <summary>Moves a turn to another channel.</summary>
    public static void Move(Session session, BsonDocument row, long to)
    {
        var id = row["_id"].AsInt64;
        if (session.Delete(Collections.SentTurns, row["place"]))
        {
            session.Insert(Collections.SentTurns, new BsonDocument { ["_id"] = Place.Of(to, id) });
        }

        if (session.Get(Collections.TurnCosts, id) is { } cost)
        {
            cost["channel"] = Number(to) + cost.Text("channel")[KeyLength..];
            session.Update(Collections.TurnCosts, cost);
        }

        row["place"] = Place.Of(to, id);
    }

    private const int KeyLength = 32;

    private static void UpdateOpen(Session session, TurnRecord? before, TurnRecord after)
    {
        var wasOpen = before is not null && before.State.IsOpen();
        if (!after.State.IsOpen())
        {
            if (wasOpen)
            {
                session.Delete(Collections.OpenTurns, after.Id);
            }
        }
        else if (!wasOpen || (before!.Owner, before.LeaseUntil) != (after.Owner, after.LeaseUntil))
        {
            var row = new BsonDocument { ["_id"] = after.Id };
            row.Set("owner", after.Owner);
            row.Set("until", after.LeaseUntil);
            session.Upsert(Collections.OpenTurns, row);
        }
    }

    private static void UpdateSent(Session session, long channel, TurnRecord? before, TurnRecord after)
    {
        var wasSent = before is not null && TurnRow.IsSent(before);
        if (TurnRow.IsSent(after) && !wasSent)
        {
            session.Insert(Collections.SentTurns, new BsonDocument { ["_id"] = Place.Of(channel, after.Id) });
        }
        else if (wasSent && !TurnRow.IsSent(after))
        {
            session.Delete(Collections.SentTurns, Place.Of(channel, after.Id));
        }
    }

    private static void SaveCost(Session session, Channel channel, TurnRecord turn, (long Credits, DateTimeOffset At) cost) =>
        session.Upsert(Collections.TurnCosts, new BsonDocument
        {
            ["_id"] = turn.Id,
            ["person"] = Person(turn.Message.Conversation, turn.Message.Author.Id) + Moment(cost.At),
            ["channel"] = Number(channel.Id) + Moment(cost.At),
            ["credits"] = cost.Credits,
        });

    private static (long Credits, DateTimeOffset At)? Cost(TurnRecord? turn) =>
        turn is { CreditsBefore: { } before, CreditsAfter: { } after, SentAt: { } at } && before > after ? (before - after, at) : null;

    private static long Sum(Session session, string field, string key, DateTimeOffset since) =>
        session.Range(Collections.TurnCosts, field, key + Moment(since), key + "~").Sum(c => c.Number("credits"));

    // Keys of one length, so that a key and a moment behind it sort by key and then by moment.
    private static string Person(ConversationKey key, string authorId) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Platform}:{authorId}")))[..KeyLength];

    private static string Number(long channel) => channel.ToString($"x{KeyLength}", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds()).ToString("x16", CultureInfo.InvariantCulture);
}
