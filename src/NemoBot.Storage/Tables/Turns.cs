using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Inbound messages and what became of them.</summary>
internal static class Turns
{
    private const string Open = "state IN ('Queued', 'Running', 'Sent')";

    private const string Select = "SELECT c.key, t.* FROM turns t JOIN channels c ON c.id = t.channel ";

    private const string Insert = """
        INSERT INTO turns (channel, author, message, state, status_message_id, prompt, session_id, draft_before, draft_hash_before,
          files_uploaded, reply, credits_before, credits_after, cost_accepted, offers, owner, lease_until, created_at, sent_at, ended_at)
        VALUES ($channel, $author, $message, $state, $status_message_id, $prompt, $session_id, $draft_before, $draft_hash_before,
          $files_uploaded, $reply, $credits_before, $credits_after, $cost_accepted, $offers, $owner, $lease_until, $created_at, $sent_at, $ended_at)
        """;

    // A lease that was renewed meanwhile is not set back by the owner's older copy. The channel is not touched: the turn may have moved.
    private const string Replace = """
        UPDATE turns SET message = $message, state = $state, status_message_id = $status_message_id, prompt = $prompt,
          session_id = $session_id, draft_before = $draft_before, draft_hash_before = $draft_hash_before,
          files_uploaded = $files_uploaded, reply = $reply, credits_before = $credits_before, credits_after = $credits_after,
          cost_accepted = $cost_accepted, offers = $offers, created_at = $created_at, sent_at = $sent_at, ended_at = $ended_at,
          lease_until = CASE WHEN owner = $owner AND lease_until > $lease_until THEN lease_until ELSE $lease_until END,
          owner = $owner
        WHERE id = $id
        """;

    /// <summary>Adds it under a new id; null if the message id was seen before.</summary>
    public static TurnRecord? Add(SqliteSession session, TurnRecord turn)
    {
        var channel = Channels.FindOrAdd(session, turn.Message.Conversation);
        var isNew = session.Execute(
            "INSERT INTO seen (channel, message_id, seen_at) VALUES ($channel, $message_id, $seen_at) ON CONFLICT DO NOTHING",
            ("$channel", channel),
            ("$message_id", turn.Message.MessageId),
            ("$seen_at", turn.CreatedAt.Milliseconds()));
        if (isNew == 0)
        {
            return null;
        }

        session.Execute(Insert, [("$channel", channel), ("$author", AuthorKey(turn.Message.Conversation, turn.Message.Author.Id)), .. Values(turn)]);
        return turn with { Id = Channels.LastId(session) };
    }

    public static void Update(SqliteSession session, TurnRecord turn) => session.Execute(Replace, [("$id", turn.Id), .. Values(turn)]);

    /// <summary>Where it belongs now; null if it is gone.</summary>
    public static long? ChannelOf(SqliteSession session, long id) => session.Number("SELECT channel FROM turns WHERE id = $id", ("$id", id));

    public static TurnRecord? Get(SqliteSession session, long id) => session.One(Select + "WHERE t.id = $id", Read, ("$id", id));

    public static TurnRecord? Last(SqliteSession session, ConversationKey key) => session.One(
        Select + "WHERE c.key = $key AND (t.sent_at IS NOT NULL OR t.state IN ('Sent', 'Failed')) ORDER BY t.id DESC LIMIT 1",
        Read,
        ("$key", key.ToString()));

    public static IReadOnlyList<TurnRecord> Done(SqliteSession session, ConversationKey key, long fromId) => session.All(
        Select + "WHERE c.key = $key AND t.id >= $from AND t.sent_at IS NOT NULL AND t.state = 'Done' ORDER BY t.id",
        Read,
        ("$key", key.ToString()),
        ("$from", fromId));

    public static IReadOnlyList<TurnRecord> Claim(SqliteSession session, string owner, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        session.Execute(
            $"UPDATE turns SET owner = $owner, lease_until = $until WHERE {Open}"
            + " AND (owner IS NULL OR owner = $owner OR lease_until IS NULL OR lease_until <= $now)",
            ("$owner", owner),
            ("$until", leaseUntil.Milliseconds()),
            ("$now", now.Milliseconds()));
        return session.All(Select + $"WHERE t.{Open} AND t.owner = $owner ORDER BY t.id", Read, ("$owner", owner));
    }

    public static void RenewLeases(SqliteSession session, string owner, DateTimeOffset leaseUntil) => session.Execute(
        $"UPDATE turns SET lease_until = $until WHERE {Open} AND owner = $owner", ("$until", leaseUntil.Milliseconds()), ("$owner", owner));

    /// <summary>Only turns that a balance before and after is known of; a refund counts as nothing.</summary>
    public static CreditUse CreditUse(SqliteSession session, ConversationKey key, string authorId, DateTimeOffset since) => new(
        Sum(session, "author = $who", AuthorKey(key, authorId), since),
        Sum(session, "channel = $who", Channels.Find(session, key), since));

    public static int Prune(SqliteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM turns WHERE state IN ('Done', 'Failed', 'Cancelled') AND coalesce(ended_at, created_at) < $before",
        ("$before", before.Milliseconds()));

    public static int PruneSeen(SqliteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM seen WHERE seen_at < $before", ("$before", before.Milliseconds()));

    private static long Sum(SqliteSession session, string whose, object? who, DateTimeOffset since) => session.Number(
        $"SELECT sum(max(0, credits_before - credits_after)) FROM turns WHERE {whose} AND sent_at >= $since AND credits_after IS NOT NULL",
        ("$who", who),
        ("$since", since.Milliseconds())) ?? 0;

    private static string AuthorKey(ConversationKey key, string authorId) => $"{key.Platform}:{authorId}";

    private static (string Name, object? Value)[] Values(TurnRecord turn) =>
    [
        ("$message", JsonSerializer.Serialize(turn.Message, StoredJson.Default.InboundMessage)),
        ("$state", turn.State.ToString()),
        ("$status_message_id", turn.StatusMessageId),
        ("$prompt", turn.Prompt),
        ("$session_id", turn.SessionId),
        ("$draft_before", turn.DraftBefore),
        ("$draft_hash_before", turn.DraftHashBefore),
        ("$files_uploaded", turn.FilesUploaded),
        ("$reply", turn.Reply),
        ("$credits_before", turn.CreditsBefore),
        ("$credits_after", turn.CreditsAfter),
        ("$cost_accepted", turn.CostAccepted),
        ("$offers", JsonSerializer.Serialize(turn.Offers, StoredJson.Default.IReadOnlyListString)),
        ("$owner", turn.Owner),
        ("$lease_until", turn.LeaseUntil.Milliseconds()),
        ("$created_at", turn.CreatedAt.Milliseconds()),
        ("$sent_at", turn.SentAt.Milliseconds()),
        ("$ended_at", turn.EndedAt.Milliseconds()),
    ];

    private static TurnRecord Read(Row row) => new()
    {
        Id = row.Number("id"),
        Message = ReadMessage(row),
        State = row.Choice<TurnState>("state"),
        StatusMessageId = row.TextOrNull("status_message_id"),
        Prompt = row.TextOrNull("prompt"),
        SessionId = row.TextOrNull("session_id"),
        DraftBefore = row.Int("draft_before"),
        DraftHashBefore = row.TextOrNull("draft_hash_before"),
        FilesUploaded = row.Flag("files_uploaded"),
        Reply = row.TextOrNull("reply"),
        CreditsBefore = row.NumberOrNull("credits_before"),
        CreditsAfter = row.NumberOrNull("credits_after"),
        CostAccepted = row.Flag("cost_accepted"),
        Offers = JsonSerializer.Deserialize(row.Text("offers"), StoredJson.Default.IReadOnlyListString) ?? [],
        Owner = row.TextOrNull("owner"),
        LeaseUntil = row.TimeOrNull("lease_until"),
        CreatedAt = row.Time("created_at"),
        SentAt = row.TimeOrNull("sent_at"),
        EndedAt = row.TimeOrNull("ended_at"),
    };

    /// <summary>The conversation comes from the channel and not from the JSON, which is as old as the message.</summary>
    private static InboundMessage ReadMessage(Row row)
    {
        var message = JsonSerializer.Deserialize(row.Text("message"), StoredJson.Default.InboundMessage)
            ?? throw new InvalidOperationException("A stored message is empty.");
        return message with { Conversation = ConversationKey.Parse(row.Text("key")) };
    }
}
