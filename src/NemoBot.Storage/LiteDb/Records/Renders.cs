using LiteDB;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Renders, from before their submission until the video is posted. Open ones have a small row beside them, as turns do.</summary>
internal static class Renders
{
    /// <summary>Adds a render unless there is one with its id, and ends the one whose place it takes.</summary>
    /// <returns>False if the conversation is gone, or the replaced render is gone or closed.</returns>
    public static bool Add(Session session, RenderRecord render, string? replaced)
    {
        if (replaced is not null)
        {
            if (Update(session, replaced, r => r.ReplacedBy(render)) is not { } ended)
            {
                return false;
            }

            render = render with { Conversation = ended.Conversation };
        }

        if (Channel.Find(session, render.Conversation) is not { } channel)
        {
            return false;
        }

        if (session.Get(Collections.Renders, render.Id) is null)
        {
            var row = new BsonDocument { ["_id"] = render.Id, ["channel"] = channel.Id };
            Fill(row, render);
            session.Insert(Collections.Renders, row);
            UpdateOpen(session, render);
        }

        return true;
    }

    /// <summary>Changes the newest form of a render; null if it is gone or closed.</summary>
    public static RenderRecord? Update(Session session, string id, Func<RenderRecord, RenderRecord> change)
    {
        if (Find(session, id) is not var (row, channel) || Read(session, row, channel) is not { IsClosed: false } before)
        {
            return null;
        }

        var after = change(before) with { Id = id, Conversation = before.Conversation };
        Fill(row, after);
        session.Update(Collections.Renders, row);
        UpdateOpen(session, after);
        return after;
    }

    /// <summary>Ends an open render together with a reply; null if it is gone or closed.</summary>
    public static PendingReply? End(Session session, string id, Func<RenderRecord, RenderRecord> change, PendingReply reply) =>
        Update(session, id, change) is not null && Find(session, id) is var (_, channel) ? Replies.Add(session, channel, reply) : null;

    public static RenderRecord? Get(Session session, string id) => Find(session, id) is var (row, channel) ? Read(session, row, channel) : null;

    /// <summary>Claims open renders. There are few at any time: one step takes them all.</summary>
    public static IReadOnlyList<RenderRecord> Claim(Session session, Claimant claimant)
    {
        var claimed = new List<RenderRecord>();
        foreach (var open in session.All(Collections.OpenRenders).Where(r => Leases.IsFree(session, r, claimant.Owner, claimant.Now)))
        {
            if (Find(session, open.Text("_id")) is var (row, channel))
            {
                claimant.Mark(open);
                session.Update(Collections.OpenRenders, open);
                claimed.Add(Read(session, row, channel) with { LeaseUntil = claimant.Until });
            }
        }

        return [.. claimed.OrderBy(r => r.CreatedAt)];
    }

    public static int Prune(Session session, DateTimeOffset before, int limit)
    {
        var rows = session.Range(Collections.Renders, "over", long.MinValue, before.ToUnixTimeMilliseconds() - 1, limit);
        rows.ForEach(r => Delete(session, r["_id"]));
        return rows.Count;
    }

    public static void Delete(Session session, BsonValue id)
    {
        session.Delete(Collections.Renders, id);
        session.Delete(Collections.OpenRenders, id);
    }

    /// <summary>The document and its channel; null if it is gone or forgotten.</summary>
    public static (BsonDocument Row, Channel Channel)? Find(Session session, string id) =>
        session.Get(Collections.Renders, id) is { } row && Channel.Find(session, row.Number("channel")) is { IsForgotten: false } channel
            ? (row, channel)
            : null;

    private static void UpdateOpen(Session session, RenderRecord render)
    {
        if (render.IsClosed)
        {
            session.Delete(Collections.OpenRenders, render.Id);
            return;
        }

        var open = new BsonDocument { ["_id"] = render.Id };
        open.Set("owner", render.Owner);
        open.Set("until", render.LeaseUntil);
        session.Upsert(Collections.OpenRenders, open);
    }

    private static void Fill(BsonDocument row, RenderRecord render)
    {
        row.Set("version", render.DraftVersion);
        row.Set("backend", render.Backend);
        row.Set("preview", render.IsPreview);
        row.Set("part", render.Part);
        row.Set("firstpart", render.FirstPart);
        row.Set("note", render.Note);
        row.Set("state", render.State.ToString());
        row.Set("submitted", render.Submitted);
        row.Set("polls", render.Polls);
        row.Set("url", render.Url);
        row.Set("turn", render.TurnId);
        row.Set("status", render.StatusMessageId);
        row.Set("delivered", render.DeliveredMessageId);
        row.Set("closed", render.IsClosed);
        row.Set("owner", render.Owner);
        row.Set("until", render.LeaseUntil);
        row.Set("created", render.CreatedAt);
        row.Set("ended", render.EndedAt);
        row.Set("over", render.IsClosed ? render.EndedAt ?? render.CreatedAt : null);
    }

    public static RenderRecord Read(Session session, BsonDocument row, Channel channel)
    {
        var claim = row.Flag("closed") ? row : session.Get(Collections.OpenRenders, row["_id"]) ?? row;
        var owner = claim.TextOrNull("owner");
        return new RenderRecord
        {
            Id = row.Text("_id"),
            Conversation = channel.Key,
            DraftVersion = row.Int("version"),
            Backend = row.Text("backend"),
            IsPreview = row.Flag("preview"),
            Part = row.Int("part"),
            FirstPart = row.Int("firstpart"),
            Note = row.TextOrNull("note"),
            State = row.Choice<RenderState>("state"),
            Submitted = row.Flag("submitted"),
            Polls = row.Int("polls"),
            Url = row.TextOrNull("url"),
            TurnId = row.Number("turn"),
            StatusMessageId = row.TextOrNull("status"),
            DeliveredMessageId = row.TextOrNull("delivered"),
            IsClosed = row.Flag("closed"),
            Owner = owner,
            LeaseUntil = row.Flag("closed") ? row.TimeOrNull("until") : Leases.Until(session, owner, claim.TimeOrNull("until")),
            CreatedAt = row.Time("created"),
            EndedAt = row.TimeOrNull("ended"),
        };
    }
}
