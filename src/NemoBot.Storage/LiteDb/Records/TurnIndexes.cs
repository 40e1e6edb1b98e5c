using LiteDB;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Keeps the small collections beside the turns in step with them: open ones and sent ones.</summary>
internal static class TurnIndexes
{
    /// <summary>Writes what has changed between two forms of a turn.</summary>
    public static void Update(Session session, Channel channel, TurnRecord? before, TurnRecord after)
    {
        UpdateOpen(session, before, after);
        UpdateSent(session, channel.Id, before, after);
    }

    /// <summary>Moves a turn to another channel.</summary>
    public static void Move(Session session, BsonDocument row, long to)
    {
        var id = row["_id"].AsInt64;
        if (session.Delete(Collections.SentTurns, row["place"]))
        {
            session.Insert(Collections.SentTurns, new BsonDocument { ["_id"] = Place.Of(to, id) });
        }

        row["place"] = Place.Of(to, id);
    }

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
}
