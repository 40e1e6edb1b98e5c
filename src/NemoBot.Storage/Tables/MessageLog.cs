using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>
/// The log of messages. Sequence numbers are given inside of the one writer's transaction, so that they become visible in their
/// order: who has read up to a number will never find a lower one later.
/// </summary>
internal static class MessageLog
{
    private const string Columns = "l.id, l.sequence, l.edits, l.json";

    private const string From = " FROM log l JOIN channels c ON c.id = l.channel WHERE c.key = $key ";

    public static LoggedMessage Append(SqliteSession session, ConversationKey key, string json, DateTimeOffset now)
    {
        var channel = Channels.FindOrAdd(session, key);
        var sequence = NextSequence(session);
        session.Execute(
            "INSERT INTO log (id, channel, sequence, edits, json, written_at) VALUES ($sequence, $channel, $sequence, 0, $json, $now)",
            ("$sequence", sequence),
            ("$channel", channel),
            ("$json", json),
            ("$now", now.Milliseconds()));
        return new LoggedMessage(key, sequence, sequence, 0, json);
    }

    public static LoggedMessage? Rewrite(SqliteSession session, ConversationKey key, long id, string json, DateTimeOffset now)
    {
        if (Get(session, key, id) is not { } old)
        {
            return null;
        }

        var sequence = NextSequence(session);
        session.Execute(
            "UPDATE log SET sequence = $sequence, edits = edits + 1, json = $json, written_at = $now WHERE id = $id",
            ("$sequence", sequence),
            ("$json", json),
            ("$now", now.Milliseconds()),
            ("$id", id));
        return old with { Sequence = sequence, Edits = old.Edits + 1, Json = json };
    }

    public static LoggedMessage? Get(SqliteSession session, ConversationKey key, long id) => session.One(
        "SELECT " + Columns + From + "AND l.id = $id", row => Read(row, key), ("$key", key.ToString()), ("$id", id));

    public static IReadOnlyList<LoggedMessage> Newest(SqliteSession session, ConversationKey key, int count)
    {
        var rows = session.All(
            "SELECT " + Columns + From + "ORDER BY l.id DESC LIMIT $count",
            row => Read(row, key),
            ("$key", key.ToString()),
            ("$count", Math.Max(0, count)));
        rows.Reverse();
        return rows;
    }

    public static IReadOnlyList<LoggedMessage> After(SqliteSession session, ConversationKey key, long sequence, int count) => session.All(
        "SELECT " + Columns + From + "AND l.sequence > $sequence ORDER BY l.sequence LIMIT $count",
        row => Read(row, key),
        ("$key", key.ToString()),
        ("$sequence", sequence),
        ("$count", Math.Max(0, count)));

    public static int Prune(SqliteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM log WHERE written_at < $before", ("$before", before.Milliseconds()));

    /// <summary>Moves a log to another channel. Every message counts as written now, in the old order, so that readers there see it.</summary>
    public static void Move(SqliteSession session, long from, long to)
    {
        var first = session.Number("SELECT min(sequence) FROM log WHERE channel = $from", ("$from", from));
        var last = session.Number("SELECT max(sequence) FROM log WHERE channel = $from", ("$from", from));
        if (first is null || last is null)
        {
            return;
        }

        var next = NextSequence(session, last.Value - first.Value + 1) - (last.Value - first.Value);
        session.Execute(
            "UPDATE log SET channel = $to, sequence = sequence + $shift WHERE channel = $from",
            ("$to", to),
            ("$shift", next - first.Value),
            ("$from", from));
    }

    private static long NextSequence(SqliteSession session, long step = 1)
    {
        session.Execute("UPDATE counters SET value = value + $step WHERE name = 'log'", ("$step", step));
        return session.Number("SELECT value FROM counters WHERE name = 'log'") ?? throw new InvalidOperationException("The log has no counter.");
    }

    private static LoggedMessage Read(Row row, ConversationKey key) =>
        new(key, row.Number("id"), row.Number("sequence"), row.Int("edits"), row.Text("json"));
}
