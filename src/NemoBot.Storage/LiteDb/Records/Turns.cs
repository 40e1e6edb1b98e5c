using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// Inbound messages and what became of them. Open turns and sent turns each have a small collection of their own beside the
/// documents, because LiteDB has no partial index: claims and leases change a few bytes and not a document of some kilobytes.
/// </summary>
internal static class Turns
{
    /// <summary>Adds it under a new id; null if the message id was seen before.</summary>
    public static TurnRecord? Add(Session session, TurnRecord turn)
    {
        var channel = Channel.FindOrAdd(session, turn.Message.Conversation);
        if (!SeenMessages.Add(session, channel.SeenSpace, turn.Message.MessageId, turn.CreatedAt))
        {
            return null;
        }

        var added = turn with { Id = session.Next("turn") };
        session.Insert(Collections.Turns, TurnRow.Write(added, channel.Id));
        TurnIndexes.Update(session, channel, null, added);
        return added;
    }

    /// <summary>Changes the newest form of a turn; null if it is gone or the change would reopen it.</summary>
    public static TurnRecord? Update(Session session, long id, Func<TurnRecord, TurnRecord> change)
    {
        if (Find(session, id) is not var (row, channel))
        {
            return null;
        }

        var before = Read(session, row, channel);
        var changed = change(before);
        var after = changed with { Id = id, Message = changed.Message with { Conversation = before.Message.Conversation } };
        if (after.State.IsOpen() && !before.State.IsOpen())
        {
            return null;
        }

        if (changed.Message != before.Message)
        {
            TurnRow.SetMessage(row, after.Message);
        }

        TurnRow.Fill(row, after);
        session.Update(Collections.Turns, row);
        TurnIndexes.Update(session, channel, before, after);
        return after;
    }

    /// <summary>Changes a turn and adds the render that it leads to, wherever the turn has moved.</summary>
    public static TurnRecord? Update(Session session, long id, Func<TurnRecord, TurnRecord> change, RenderRecord render)
    {
        var after = Update(session, id, change);
        if (after is not null)
        {
            Renders.Add(session, render with { Conversation = after.Message.Conversation }, replaced: null);
        }

        return after;
    }

    /// <summary>Ends an open turn together with a reply; null if it is gone or over.</summary>
    public static PendingReply? End(Session session, long id, Func<TurnRecord, TurnRecord> change, PendingReply reply) =>
        Find(session, id) is var (row, channel) && row.Choice<TurnState>("state").IsOpen() && Update(session, id, change) is not null
            ? Replies.Add(session, channel, reply)
            : null;

    public static TurnRecord? Get(Session session, long id) => Find(session, id) is var (row, channel) ? Read(session, row, channel) : null;

    public static TurnRecord? Last(Session session, ConversationKey key) =>
        Channel.Find(session, key) is { } channel
        && session.Range(Collections.SentTurns, "_id", Place.First(channel.Id), Place.Last(channel.Id), 1, descending: true) is [var newest]
            ? Get(session, Place.Number(newest["_id"].AsInt64))
            : null;

    public static IReadOnlyList<TurnRecord> Done(Session session, ConversationKey key, long fromId) =>
        Channel.Find(session, key) is { } channel
            ? [.. session.Range(Collections.SentTurns, "_id", Place.Of(channel.Id, Math.Max(0, fromId)), Place.Last(channel.Id))
                .Select(s => Get(session, Place.Number(s["_id"].AsInt64)))
                .OfType<TurnRecord>()
                .Where(t => t is { State: TurnState.Done, SentAt: not null })]
            : [];

    /// <summary>Claims the next open turns after an id.</summary>
    public static ClaimStep<TurnRecord> Claim(Session session, Claimant claimant, BsonValue after, int limit)
    {
        var claimed = new List<TurnRecord>();
        var rows = session.After(Collections.OpenTurns, after, limit);
        foreach (var row in rows.Where(r => Leases.IsFree(session, r, claimant.Owner, claimant.Now)))
        {
            if (Find(session, row["_id"].AsInt64) is not var (turn, channel))
            {
                continue;
            }

            claimant.Mark(row);
            session.Update(Collections.OpenTurns, row);
            claimed.Add(Read(session, turn, channel) with { LeaseUntil = claimant.Until });
        }

        return new ClaimStep<TurnRecord>(claimed, rows.Count < limit ? null : rows[^1]["_id"]);
    }

    /// <summary>Deletes turns that ended before a time.</summary>
    public static int Prune(Session session, DateTimeOffset before, int limit)
    {
        var rows = session.Range(Collections.Turns, "over", long.MinValue, before.ToUnixTimeMilliseconds() - 1, limit);
        rows.ForEach(r => Delete(session, r));
        return rows.Count;
    }

    /// <summary>Deletes a turn with everything that refers to it.</summary>
    public static void Delete(Session session, BsonDocument row)
    {
        session.Delete(Collections.Turns, row["_id"]);
        session.Delete(Collections.OpenTurns, row["_id"]);
        session.Delete(Collections.SentTurns, row["place"]);
    }

    /// <summary>The document and its channel; null if it is gone or forgotten.</summary>
    public static (BsonDocument Row, Channel Channel)? Find(Session session, long id) =>
        session.Get(Collections.Turns, id) is { } row && Channel.Find(session, Place.Channel(row.Number("place"))) is { IsForgotten: false } channel
            ? (row, channel)
            : null;

    private static TurnRecord Read(Session session, BsonDocument row, Channel channel)
    {
        var turn = TurnRow.Read(row, channel.Key);
        return turn.State.IsOpen() && session.Get(Collections.OpenTurns, turn.Id) is { } open
            ? turn with { Owner = open.TextOrNull("owner"), LeaseUntil = Leases.Until(session, open.TextOrNull("owner"), open.TimeOrNull("until")) }
            : turn;
    }
}
