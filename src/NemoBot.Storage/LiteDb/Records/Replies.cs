using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>What status messages still have to say. Few at any time, so that reading all of them is cheap.</summary>
internal static class Replies
{
    /// <summary>Adds it to a channel under a new id.</summary>
    public static PendingReply Add(Session session, Channel channel, PendingReply reply)
    {
        var added = reply with { Id = session.Next("reply"), Conversation = channel.Key };
        session.Insert(Collections.Replies, Write(added, channel.Id));
        return added;
    }

    /// <summary>Changes the newest form of a reply; null if it is gone.</summary>
    public static PendingReply? Update(Session session, long id, Func<PendingReply, PendingReply> change)
    {
        if (session.Get(Collections.Replies, id) is not { } row || Read(session, row) is not { } before)
        {
            return null;
        }

        var after = change(before) with { Id = id, Conversation = before.Conversation };
        session.Update(Collections.Replies, Write(after, row.Number("channel")));
        return after;
    }

    public static void Delete(Session session, long id) => session.Delete(Collections.Replies, id);

    public static IReadOnlyList<PendingReply> Claim(Session session, Claimant claimant)
    {
        var claimed = new List<PendingReply>();
        foreach (var row in session.All(Collections.Replies).Where(r => Leases.IsFree(session, r, claimant.Owner, claimant.Now)))
        {
            claimant.Mark(row);
            if (Read(session, row) is { } reply)
            {
                session.Update(Collections.Replies, row);
                claimed.Add(reply with { LeaseUntil = claimant.Until });
            }
        }

        return claimed;
    }

    public static int Prune(Session session, DateTimeOffset before, int limit)
    {
        var old = session.All(Collections.Replies).Where(r => r.Time("created") < before).Take(limit).ToList();
        old.ForEach(r => session.Delete(Collections.Replies, r["_id"]));
        return old.Count;
    }

    private static BsonDocument Write(PendingReply reply, long channel)
    {
        var row = new BsonDocument { ["_id"] = reply.Id, ["channel"] = channel };
        row.Set("turn", reply.TurnId);
        row.Set("status", reply.StatusMessageId);
        row.Set("text", reply.Text);
        row.Set("buttons", reply.Buttons.Count == 0 ? null : JsonSerializer.Serialize(reply.Buttons, DocumentJson.Default.IReadOnlyListButton));
        row.Set("owner", reply.Owner);
        row.Set("until", reply.LeaseUntil);
        row.Set("created", reply.CreatedAt);
        return row;
    }

    public static PendingReply? Read(Session session, BsonDocument row) =>
        Channel.Find(session, row.Number("channel")) is { IsForgotten: false } channel
            ? new PendingReply
            {
                Id = row.Number("_id"),
                Conversation = channel.Key,
                TurnId = row.Number("turn"),
                StatusMessageId = row.TextOrNull("status"),
                Text = row.Text("text"),
                Buttons = row.TextOrNull("buttons") is { } buttons ? JsonSerializer.Deserialize(buttons, DocumentJson.Default.IReadOnlyListButton) ?? [] : [],
                Owner = row.TextOrNull("owner"),
                LeaseUntil = Leases.Until(session, row.TextOrNull("owner"), row.TimeOrNull("until")),
                CreatedAt = row.Time("created"),
            }
            : null;
}
