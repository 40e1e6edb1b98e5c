using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>What status messages still have to say. Few rows at any time, so that reading all of them is cheap.</summary>
internal static class Endings
{
    private const string Insert = """
        INSERT INTO endings (channel, turn_id, status_message_id, text, buttons, owner, lease_until, created_at)
        VALUES ($channel, $turn_id, $status_message_id, $text, $buttons, $owner, $lease_until, $created_at)
        """;

    /// <summary>Adds it under a new id; null without a channel.</summary>
    public static PendingReply? Add(SqliteSession session, long? channel, PendingReply ending)
    {
        if (channel is null)
        {
            return null;
        }

        session.Execute(
            Insert,
            ("$channel", channel),
            ("$turn_id", ending.TurnId),
            ("$status_message_id", ending.StatusMessageId),
            ("$text", ending.Text),
            ("$buttons", JsonSerializer.Serialize(ending.Buttons, StoredJson.Default.IReadOnlyListButton)),
            ("$owner", ending.Owner),
            ("$lease_until", ending.LeaseUntil.Milliseconds()),
            ("$created_at", ending.CreatedAt.Milliseconds()));
        return ending with { Id = Channels.LastId(session) };
    }

    public static PendingReply? Get(SqliteSession session, long id) =>
        session.One("SELECT c.key, e.* FROM endings e JOIN channels c ON c.id = e.channel WHERE e.id = $id", Read, ("$id", id));

    public static void Update(SqliteSession session, PendingReply reply) => session.Execute(
        "UPDATE endings SET status_message_id = $status_message_id, text = $text, buttons = $buttons WHERE id = $id",
        ("$id", reply.Id),
        ("$status_message_id", reply.StatusMessageId),
        ("$text", reply.Text),
        ("$buttons", JsonSerializer.Serialize(reply.Buttons, StoredJson.Default.IReadOnlyListButton)));

    public static void Delete(SqliteSession session, long id) => session.Execute("DELETE FROM endings WHERE id = $id", ("$id", id));

    public static IReadOnlyList<PendingReply> Claim(SqliteSession session, string owner, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        session.Execute(
            "UPDATE endings SET owner = $owner, lease_until = $until"
            + " WHERE owner IS NULL OR owner = $owner OR lease_until IS NULL OR lease_until <= $now",
            ("$owner", owner),
            ("$until", leaseUntil.Milliseconds()),
            ("$now", now.Milliseconds()));
        return session.All(
            "SELECT c.key, e.* FROM endings e JOIN channels c ON c.id = e.channel WHERE e.owner = $owner ORDER BY e.id", Read, ("$owner", owner));
    }

    public static void RenewLeases(SqliteSession session, string owner, DateTimeOffset leaseUntil) => session.Execute(
        "UPDATE endings SET lease_until = $until WHERE owner = $owner", ("$until", leaseUntil.Milliseconds()), ("$owner", owner));

    public static int Prune(SqliteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM endings WHERE created_at < $before", ("$before", before.Milliseconds()));

    private static PendingReply Read(Row row) => new()
    {
        Id = row.Number("id"),
        Conversation = ConversationKey.Parse(row.Text("key")),
        TurnId = row.Number("turn_id"),
        StatusMessageId = row.TextOrNull("status_message_id"),
        Text = row.Text("text"),
        Buttons = JsonSerializer.Deserialize(row.Text("buttons"), StoredJson.Default.IReadOnlyListButton) ?? [],
        Owner = row.TextOrNull("owner"),
        LeaseUntil = row.TimeOrNull("lease_until"),
        CreatedAt = row.Time("created_at"),
    };
}
