using NemoBot.Core.Platforms;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>The identities behind conversation keys.</summary>
internal static class Channels
{
    public static long? Find(SqliteSession session, ConversationKey key) =>
        session.Number("SELECT id FROM channels WHERE key = $key", ("$key", key.ToString()));

    public static long FindOrAdd(SqliteSession session, ConversationKey key)
    {
        if (Find(session, key) is { } known)
        {
            return known;
        }

        session.Execute("INSERT INTO channels (key) VALUES ($key)", ("$key", key.ToString()));
        return LastId(session);
    }

    public static long LastId(SqliteSession session) =>
        session.Number("SELECT last_insert_rowid()") ?? throw new InvalidOperationException("Nothing was inserted.");

    /// <summary>Makes the channel one in use, if it was only remembered as the former address of another.</summary>
    public static void Revive(SqliteSession session, long channel) =>
        session.Execute("UPDATE channels SET moved_to = NULL WHERE id = $id AND moved_to IS NOT NULL", ("$id", channel));

    /// <summary>Deletes the channel with everything that hangs on it, its former addresses too.</summary>
    public static void Delete(SqliteSession session, long channel) =>
        session.Execute("DELETE FROM channels WHERE id = $id", ("$id", channel));

    public static int NextVersion(SqliteSession session, long channel)
    {
        session.Execute("UPDATE channels SET last_version = last_version + 1 WHERE id = $id", ("$id", channel));
        return LastVersion(session, channel);
    }

    public static int LastVersion(SqliteSession session, long channel) =>
        (int)(session.Number("SELECT last_version FROM channels WHERE id = $id", ("$id", channel)) ?? 0);
}
