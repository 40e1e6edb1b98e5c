using LiteDB;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.LiteDb.Records;
using NemoBot.Storage.Postgres.Engine;
using Lite = NemoBot.Storage.LiteDb.Records;
using Tables = NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Moving;

/// <summary>
/// Copies one kind of record after the other, some hundred rows at a time. Ids stay, because messages on platforms hold them. Claims of
/// the process that wrote the files are dropped: whoever runs on the database takes the open work up.
/// </summary>
internal sealed class StoreCopy(StoreDatabase source, PostgresSession target, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many rows of each kind were copied.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Keeps others from adding conversations until the end of the transaction.</summary>
    /// <exception cref="StoreException">The database holds something.</exception>
    public static async Task RequireEmptyAsync(PostgresSession session)
    {
        // Reading the files may take longer than a transaction usually pauses.
        await session.ExecuteAsync("SET LOCAL idle_in_transaction_session_timeout = 0").ConfigureAwait(false);
        await session.ExecuteAsync("LOCK TABLE channels IN EXCLUSIVE MODE").ConfigureAwait(false);
        if (await session.ScalarAsync("SELECT 1 FROM channels LIMIT 1").ConfigureAwait(false) is not null)
        {
            throw new StoreException(
                StoreProblem.Unavailable, "The database holds conversations already: move into an empty one, or name another Search Path in NemoBot:Cluster:Database.");
        }
    }

    public async Task RunAsync()
    {
        await CopyAsync(Collections.Channels, (_, row) => new Channel(row), AddAsync).ConfigureAwait(false);
        await CopyAsync(Collections.Seen, (_, row) => row, AddSeenAsync).ConfigureAwait(false);
        await CopyAsync(Collections.Turns, ReadTurn, t => Tables.TurnRows.InsertAsync(target, t.Channel, t.Record)).ConfigureAwait(false);
        await CopyAsync(Collections.Drafts, ReadDraft, d => Tables.DraftRows.InsertAsync(target, d.Channel, d.Record)).ConfigureAwait(false);
        await CopyAsync(Collections.Renders, ReadRender, r => Tables.RenderRows.InsertAsync(target, r.Channel, r.Record)).ConfigureAwait(false);
        await CopyAsync(Collections.Replies, ReadReply, r => Tables.ReplyRows.InsertAsync(target, r.Channel, r.Record)).ConfigureAwait(false);
        await CopyAsync(Collections.Log, (_, row) => row, AddLogAsync).ConfigureAwait(false);
        await CopyAsync(Collections.Accounts, (_, row) => Lite.AccountRows.Read(row), a => Tables.AccountRows.PutAsync(target, a)).ConfigureAwait(false);
        await CopyAsync(Collections.Cursors, (_, row) => row, AddCursorAsync).ConfigureAwait(false);
        await CopyAsync(Collections.Values, (_, row) => row, AddValueAsync).ConfigureAwait(false);
        await SetCountersAsync().ConfigureAwait(false);
    }

    private async Task CopyAsync<T>(string collection, Func<Session, BsonDocument, T?> read, Func<T, Task> add)
        where T : class
    {
        var last = BsonValue.MinValue;
        var count = 0;
        while (true)
        {
            var (rows, end) = await source.ReadAsync(s => Read(s, collection, last, read), cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                await add(row).ConfigureAwait(false);
            }

            count += rows.Count;
            if (end is null)
            {
                _counts[collection] = count;
                return;
            }

            last = end;
        }
    }

    /// <returns>The next rows, without those that belong to nothing, and the id to go on after; null at the end.</returns>
    private static (List<T> Rows, BsonValue? End) Read<T>(Session session, string collection, BsonValue after, Func<Session, BsonDocument, T?> read)
        where T : class
    {
        var rows = session.After(collection, after, StoreDatabase.StepSize);
        return ([.. rows.Select(r => read(session, r)).OfType<T>()], rows.Count < StoreDatabase.StepSize ? null : rows[^1]["_id"]);
    }

    private static Placed<TurnRecord>? ReadTurn(Session session, BsonDocument row) =>
        Channel.Find(session, Place.Channel(row.Number("place"))) is { } channel
            ? new(channel.Id, TurnRow.Read(row, channel.Key) with { Owner = null, LeaseUntil = null })
            : null;

    private static Placed<DraftRecord>? ReadDraft(Session session, BsonDocument row) =>
        Channel.Find(session, Place.Channel(row["_id"].AsInt64)) is { } channel ? new(channel.Id, Drafts.Read(row, channel.Key)) : null;

    private static Placed<RenderRecord>? ReadRender(Session session, BsonDocument row) =>
        Channel.Find(session, row.Number("channel")) is { } channel
            ? new(channel.Id, Renders.Read(session, row, channel) with { Owner = null, LeaseUntil = null })
            : null;

    private static Placed<PendingReply>? ReadReply(Session session, BsonDocument row) =>
        Replies.Read(session, row) is { } reply ? new(row.Number("channel"), reply with { Owner = null, LeaseUntil = null }) : null;

    private Task AddAsync(Channel channel) =>
        new Tables.ChannelRow(channel.Id, channel.KeyText, channel.SeenSpace, channel.LastVersion, channel.MovedTo, channel.Conversation).InsertAsync(target);

    private Task AddSeenAsync(BsonDocument row)
    {
        var (space, id) = SeenMessages.Split(row.Text("_id"));
        return Tables.SeenRows.AddAsync(target, space, id, row.Time("at"));
    }

    private Task AddLogAsync(BsonDocument row) => target.ExecuteAsync(
        "INSERT INTO log (id, channel, sequence, edits, json, at) VALUES ($1, $2, $3, $4, $5, $6)",
        row.Number("_id"),
        Place.Channel(row.Number("place")),
        Place.Number(row.Number("order")),
        row.Int("edits"),
        row.Text("json"),
        row.Time("at"));

    private Task AddCursorAsync(BsonDocument row) => target.ExecuteAsync(
        "INSERT INTO cursors (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2", row.Text("_id"), row.Text("value"));

    private Task AddValueAsync(BsonDocument row) => target.ExecuteAsync(
        "INSERT INTO small_values (name, value, until) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET value = $2, until = $3",
        row.Text("_id"),
        row.Text("value"),
        row.Time("until"));

    /// <summary>Ids go on from where they were: one that was given once is never given again.</summary>
    private async Task SetCountersAsync()
    {
        var counters = await source.ReadAsync(s => s.All(Counters.Collection), cancellationToken).ConfigureAwait(false);
        foreach (var counter in counters)
        {
            var sequence = counter["_id"].AsString switch
            {
                "channel" => "channel_numbers",
                "log" => "log_numbers",
                "turn" => "turns_id_seq",
                "reply" => "replies_id_seq",
                _ => null,
            };
            if (sequence is not null)
            {
                await target.ExecuteAsync("SELECT setval($1::regclass, $2)", sequence, counter["value"].AsInt64).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A record and the number of its channel.</summary>
    private sealed record Placed<T>(long Channel, T Record);
}
