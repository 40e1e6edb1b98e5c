using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>
/// The identity behind a conversation key. Everything kept of a conversation refers to its number, so that a move leaves the rows where
/// they are. Holds the conversation's own record too, if there is one.
/// </summary>
/// <param name="Id">Number of the channel.</param>
/// <param name="KeyText">The conversation key.</param>
/// <param name="SeenSpace">What the message ids seen here are kept under: it stays with the key when a conversation moves.</param>
/// <param name="LastVersion">Version of the newest draft.</param>
/// <param name="MovedTo">The channel that this is only a former address of; null: it is one in use.</param>
/// <param name="Conversation">The conversation's own record.</param>
internal sealed record ChannelRow(long Id, string KeyText, long SeenSpace, int LastVersion, long? MovedTo, ConversationRecord? Conversation)
{
    private const string Columns = "SELECT id, key, seen_space, last_version, moved_to, conversation FROM channels ";

    public static Task<ChannelRow?> FindAsync(PostgresSession session, ConversationKey key) =>
        session.FirstAsync(Columns + "WHERE key = $1", Read, key.ToString());

    /// <summary>The conversations that were used last, newest first.</summary>
    public static async Task<IReadOnlyList<ConversationOverview>> NewestAsync(PostgresSession session, int count)
    {
        var rows = await session.QueryAsync(Columns + "WHERE conversation IS NOT NULL AND moved_to IS NULL", Read).ConfigureAwait(false);
        return [.. rows.Select(r => new ConversationOverview(r.Conversation!, r.LastVersion)).OrderByDescending(c => c.Conversation.UpdatedAt).Take(count)];
    }

    /// <summary>Finds a channel and keeps it from changing until the end of the transaction.</summary>
    public static Task<ChannelRow?> LockAsync(PostgresSession session, ConversationKey key) =>
        session.FirstAsync(Columns + "WHERE key = $1 FOR UPDATE", Read, key.ToString());

    public static async Task<ChannelRow> LockOrAddAsync(PostgresSession session, ConversationKey key)
    {
        while (true)
        {
            if (await LockAsync(session, key).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            await session.ExecuteAsync(
                "INSERT INTO channels (id, key, seen_space) SELECT n, $1, n FROM (SELECT nextval('channel_numbers') AS n) AS number ON CONFLICT (key) DO NOTHING",
                key.ToString()).ConfigureAwait(false);
        }
    }

    /// <summary>Adds it under its own number.</summary>
    public async Task InsertAsync(PostgresSession session)
    {
        await session.ExecuteAsync("INSERT INTO channels (id, key, seen_space) VALUES ($1, $2, $3)", Id, KeyText, SeenSpace).ConfigureAwait(false);
        await SaveAsync(session).ConfigureAwait(false);
    }

    public Task SaveAsync(PostgresSession session) => session.ExecuteAsync(
        "UPDATE channels SET key = $2, seen_space = $3, last_version = $4, moved_to = $5, account = $6, conversation = $7 WHERE id = $1",
        Id,
        KeyText,
        SeenSpace,
        LastVersion,
        MovedTo,
        Conversation?.AccountKey,
        Conversation is null ? null : JsonSerializer.Serialize(Conversation, RecordJson.Default.ConversationRecord));

    private static ChannelRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetInt32(3),
        row.NumberOrNull(4),
        row.TextOrNull(5) is { } json
            ? RecordJson.Read(json, RecordJson.Default.ConversationRecord) with { Key = ConversationKey.Parse(row.GetString(1)) }
            : null);
}
