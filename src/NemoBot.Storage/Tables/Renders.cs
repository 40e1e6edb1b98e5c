using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Renders, from before their submission until the video is posted.</summary>
internal static class Renders
{
    private const string Select = "SELECT c.key, r.* FROM renders r JOIN channels c ON c.id = r.channel ";

    // As with turns: a renewed lease is not set back, and a render that has moved with its conversation stays where it is.
    private const string Save = """
        INSERT INTO renders (id, channel, draft_version, backend, state, submitted, polls, url, turn_id, status_message_id,
          delivered_message_id, is_closed, owner, lease_until, created_at, ended_at)
        VALUES ($id, $channel, $draft_version, $backend, $state, $submitted, $polls, $url, $turn_id, $status_message_id,
          $delivered_message_id, $is_closed, $owner, $lease_until, $created_at, $ended_at)
        ON CONFLICT (id) DO UPDATE SET draft_version = excluded.draft_version, backend = excluded.backend, state = excluded.state,
          submitted = excluded.submitted, polls = excluded.polls, url = excluded.url, turn_id = excluded.turn_id,
          status_message_id = excluded.status_message_id, delivered_message_id = excluded.delivered_message_id,
          is_closed = excluded.is_closed, created_at = excluded.created_at, ended_at = excluded.ended_at,
          lease_until = CASE WHEN owner = excluded.owner AND lease_until > excluded.lease_until
            THEN lease_until ELSE excluded.lease_until END,
          owner = excluded.owner
        """;

    public static void Put(SqliteSession session, RenderRecord render) => session.Execute(
        Save,
        ("$id", render.Id),
        ("$channel", Channels.FindOrAdd(session, render.Conversation)),
        ("$draft_version", render.DraftVersion),
        ("$backend", render.Backend),
        ("$state", render.State.ToString()),
        ("$submitted", render.Submitted),
        ("$polls", render.Polls),
        ("$url", render.Url),
        ("$turn_id", render.TurnId),
        ("$status_message_id", render.StatusMessageId),
        ("$delivered_message_id", render.DeliveredMessageId),
        ("$is_closed", render.IsClosed),
        ("$owner", render.Owner),
        ("$lease_until", render.LeaseUntil.Milliseconds()),
        ("$created_at", render.CreatedAt.Milliseconds()),
        ("$ended_at", render.EndedAt.Milliseconds()));

    /// <summary>Where it belongs now; null if it is gone.</summary>
    public static long? ChannelOf(SqliteSession session, string id) => session.Number("SELECT channel FROM renders WHERE id = $id", ("$id", id));

    public static RenderRecord? Get(SqliteSession session, string id) => session.One(Select + "WHERE r.id = $id", Read, ("$id", id));

    public static IReadOnlyList<RenderRecord> Claim(SqliteSession session, string owner, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        session.Execute(
            "UPDATE renders SET owner = $owner, lease_until = $until WHERE is_closed = 0"
            + " AND (owner IS NULL OR owner = $owner OR lease_until IS NULL OR lease_until <= $now)",
            ("$owner", owner),
            ("$until", leaseUntil.Milliseconds()),
            ("$now", now.Milliseconds()));
        return session.All(Select + "WHERE r.is_closed = 0 AND r.owner = $owner ORDER BY r.created_at, r.rowid", Read, ("$owner", owner));
    }

    public static void RenewLeases(SqliteSession session, string owner, DateTimeOffset leaseUntil) => session.Execute(
        "UPDATE renders SET lease_until = $until WHERE is_closed = 0 AND owner = $owner",
        ("$until", leaseUntil.Milliseconds()),
        ("$owner", owner));

    public static int Prune(SqliteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM renders WHERE is_closed = 1 AND coalesce(ended_at, created_at) < $before", ("$before", before.Milliseconds()));

    private static RenderRecord Read(Row row) => new()
    {
        Id = row.Text("id"),
        Conversation = ConversationKey.Parse(row.Text("key")),
        DraftVersion = row.Int("draft_version"),
        Backend = row.Text("backend"),
        State = row.Choice<RenderState>("state"),
        Submitted = row.Flag("submitted"),
        Polls = row.Int("polls"),
        Url = row.TextOrNull("url"),
        TurnId = row.Number("turn_id"),
        StatusMessageId = row.TextOrNull("status_message_id"),
        DeliveredMessageId = row.TextOrNull("delivered_message_id"),
        IsClosed = row.Flag("is_closed"),
        Owner = row.TextOrNull("owner"),
        LeaseUntil = row.TimeOrNull("lease_until"),
        CreatedAt = row.Time("created_at"),
        EndedAt = row.TimeOrNull("ended_at"),
    };
}
