using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>The kept versions of timelines.</summary>
internal static class DraftRows
{
    private const string Columns = "SELECT c.key, d.version, d.project, d.json, d.record FROM drafts d JOIN channels c ON c.id = d.channel ";

    public static async Task<DraftRecord?> AddAsync(PostgresSession session, DraftRecord draft, long? turn)
    {
        // The lock first: who forgets the conversation holds it until its turns are gone.
        if (turn is { } id && (await ChannelRow.LockAsync(session, draft.Conversation).ConfigureAwait(false) is null
            || await TurnRows.GetAsync(session, id).ConfigureAwait(false) is null))
        {
            return null;
        }

        var channel = await ChannelRow.LockOrAddAsync(session, draft.Conversation).ConfigureAwait(false);
        await LaneRows.RequireAsync(session, channel.Id).ConfigureAwait(false);
        var added = draft with { Version = channel.LastVersion + 1 };
        await session.ExecuteAsync("UPDATE channels SET last_version = $2 WHERE id = $1", channel.Id, added.Version).ConfigureAwait(false);
        await InsertAsync(session, channel.Id, added).ConfigureAwait(false);
        await ThinAsync(session, channel.Id, draft.Conversation, DraftThinning.Leaving(added.Version)).ConfigureAwait(false);
        return added;
    }

    public static Task InsertAsync(PostgresSession session, long channel, DraftRecord draft) => session.ExecuteAsync(
        "INSERT INTO drafts (channel, version, project, json, record) VALUES ($1, $2, $3, $4, $5)",
        channel,
        draft.Version,
        draft.Project,
        draft.Json,
        JsonSerializer.Serialize(draft with { Json = "" }, RecordJson.Default.DraftRecord));

    public static Task<DraftRecord?> GetAsync(PostgresSession session, ConversationKey key, int version) =>
        session.FirstAsync(Columns + "WHERE c.key = $1 AND d.version = $2", Read, key.ToString(), version);

    public static async Task<IReadOnlyList<DraftRecord>> NewestAsync(PostgresSession session, ConversationKey key, int count) =>
        await session.QueryAsync(Columns + "WHERE c.key = $1 ORDER BY d.version DESC LIMIT $2", Read, key.ToString(), count).ConfigureAwait(false);

    /// <summary>The project of a channel's newest draft; 0 if there is none.</summary>
    public static async Task<int> LastProjectAsync(PostgresSession session, long channel) =>
        await session.ScalarAsync("SELECT project FROM drafts WHERE channel = $1 ORDER BY version DESC LIMIT 1", channel).ConfigureAwait(false) as int? ?? 0;

    private static async Task ThinAsync(PostgresSession session, long channel, ConversationKey key, int leaving)
    {
        if (leaving > 0 && DraftThinning.IsDropped(
            await GetAsync(session, key, leaving).ConfigureAwait(false), await GetAsync(session, key, leaving + 1).ConfigureAwait(false)))
        {
            await session.ExecuteAsync("DELETE FROM drafts WHERE channel = $1 AND version = $2", channel, leaving).ConfigureAwait(false);
        }
    }

    private static DraftRecord Read(NpgsqlDataReader row) => RecordJson.Read(row.GetString(4), RecordJson.Default.DraftRecord) with
    {
        Conversation = ConversationKey.Parse(row.GetString(0)),
        Version = row.GetInt32(1),
        Project = row.GetInt32(2),
        Json = row.GetString(3),
    };
}
