using NemoBot.Core.Storage;

namespace NemoBot.Storage.Postgres.Engine;

/// <summary>The tables, version by version. Append only: a released one is never edited.</summary>
internal static class Schema
{
    /// <summary>The first version with a table of instances.</summary>
    private const int MembersVersion = 4;

    /// <summary>The state of an instance that works.</summary>
    private const int ActiveMember = 3;

    private static readonly string[] Migrations = [First, Values, Lanes, Members, Paces, Studio];

    /// <summary>The version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Brings the schema to the newest version. Of several instances that start at once, one does it and the others wait.</summary>
    /// <param name="session">A transaction.</param>
    /// <param name="schema">The schema that holds the tables.</param>
    /// <param name="cluster">The name of the cluster that the database belongs to.</param>
    /// <exception cref="StoreException">The database belongs to another cluster, or a newer program wrote it.</exception>
    public static async Task UpgradeAsync(PostgresSession session, string schema, string cluster)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('nemobot schema ' || $1, 0))", schema).ConfigureAwait(false);
        if (await session.ScalarAsync("SELECT 1 FROM pg_namespace WHERE nspname = $1", schema).ConfigureAwait(false) is null)
        {
            await session.ExecuteAsync($"CREATE SCHEMA \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ConfigureAwait(false);
        }

        var version = await VersionAsync(session, schema, cluster).ConfigureAwait(false);
        if (version < Version)
        {
            await RequireAloneAsync(session, version).ConfigureAwait(false);
        }

        for (; version < Version; version++)
        {
            await session.ExecuteAsync(Migrations[version]).ConfigureAwait(false);
            await session.ExecuteAsync("UPDATE store SET version = $1", version + 1).ConfigureAwait(false);
        }
    }

    /// <summary>Instances of the older version would fail on changed tables.</summary>
    private static async Task RequireAloneAsync(PostgresSession session, int version)
    {
        if (version < MembersVersion)
        {
            return;
        }

        var living = await session.ScalarAsync("SELECT count(*) FROM members WHERE status = $1 AND alive_at > now() - interval '30 seconds'", ActiveMember)
            .ConfigureAwait(false);
        if (living is > 0L)
        {
            throw new StoreException(
                StoreProblem.Unavailable,
                $"{living} running instances of an older version of NemoBot use the database, and this version changes its tables: stop them, then start this one. After a crash of all, wait half a minute.");
        }
    }

    private static async Task<int> VersionAsync(PostgresSession session, string schema, string cluster)
    {
        if (await session.ScalarAsync("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'store'", schema).ConfigureAwait(false) is null)
        {
            await session.ExecuteAsync("CREATE TABLE store (version int NOT NULL, cluster text NOT NULL)").ConfigureAwait(false);
            await session.ExecuteAsync("INSERT INTO store VALUES (0, $1)", cluster).ConfigureAwait(false);
            return 0;
        }

        var found = await session.QueryAsync("SELECT version, cluster FROM store", r => (Version: r.GetInt32(0), Cluster: r.GetString(1))).ConfigureAwait(false);
        if (found is not [var store])
        {
            throw new StoreException(StoreProblem.Corrupt, $"The schema {schema} holds a table 'store' that is not NemoBot's: name another database or Search Path in NemoBot:Cluster:Database.");
        }

        if (store.Cluster != cluster)
        {
            throw new StoreException(
                StoreProblem.Unavailable,
                $"The database belongs to the cluster '{store.Cluster}' and this instance to '{cluster}': use a database of its own, or set NemoBot:Cluster:Name to '{store.Cluster}'.");
        }

        return store.Version <= Version ? store.Version : throw new StoreException(
            StoreProblem.Unavailable,
            $"The database was written by a newer version of NemoBot (format {store.Version}, this one reads {Version}): start that version.");
    }

    // Records are JSON as text, because jsonb refuses the character U+0000. Columns beside them are what rows are found by, and what
    // changes without the record. Nothing refers to channels by a foreign key: its locks would deadlock with those of the calls.
    private const string First = """
        CREATE SEQUENCE channel_numbers;
        CREATE SEQUENCE log_numbers;
        CREATE TABLE channels (
            id bigint PRIMARY KEY, key text NOT NULL UNIQUE, seen_space bigint NOT NULL, last_version int NOT NULL DEFAULT 0,
            moved_to bigint, account text, conversation text);
        CREATE INDEX ON channels (account) WHERE account IS NOT NULL;
        CREATE INDEX ON channels (moved_to) WHERE moved_to IS NOT NULL;
        CREATE TABLE seen (space bigint NOT NULL, id text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (space, id));
        CREATE INDEX ON seen (at);
        CREATE TABLE turns (
            id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, channel bigint NOT NULL, draft_before int NOT NULL, owner text,
            lease_until timestamptz, over_at timestamptz, is_sent boolean NOT NULL, sent_at timestamptz, person text, cost bigint,
            record text NOT NULL);
        CREATE INDEX ON turns (channel, id);
        CREATE INDEX ON turns (id) WHERE over_at IS NULL;
        CREATE INDEX ON turns (channel) WHERE over_at IS NULL;
        CREATE INDEX ON turns (channel, id) WHERE is_sent;
        CREATE INDEX ON turns (over_at) WHERE over_at IS NOT NULL;
        CREATE INDEX ON turns (person, sent_at) WHERE cost IS NOT NULL;
        CREATE INDEX ON turns (channel, sent_at) WHERE cost IS NOT NULL;
        CREATE TABLE drafts (
            channel bigint NOT NULL, version int NOT NULL, project int NOT NULL, json text NOT NULL, record text NOT NULL,
            UNIQUE (channel, version) DEFERRABLE);
        CREATE TABLE renders (
            id text PRIMARY KEY, channel bigint NOT NULL, draft_version int NOT NULL, owner text, lease_until timestamptz,
            over_at timestamptz, record text NOT NULL);
        CREATE INDEX ON renders (channel);
        CREATE INDEX ON renders (channel) WHERE over_at IS NULL;
        CREATE INDEX ON renders (over_at) WHERE over_at IS NOT NULL;
        CREATE TABLE replies (
            id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, channel bigint NOT NULL, owner text, lease_until timestamptz,
            created_at timestamptz NOT NULL, record text NOT NULL);
        CREATE INDEX ON replies (channel);
        CREATE INDEX ON replies (created_at);
        CREATE TABLE leases (owner text PRIMARY KEY, until timestamptz NOT NULL);
        CREATE TABLE log (
            id bigint PRIMARY KEY, channel bigint NOT NULL, sequence bigint NOT NULL, edits int NOT NULL, json text NOT NULL,
            at timestamptz NOT NULL);
        CREATE INDEX ON log (channel, id);
        CREATE INDEX ON log (channel, sequence);
        CREATE INDEX ON log (at);
        CREATE TABLE accounts (key text PRIMARY KEY, record text NOT NULL);
        CREATE TABLE cursors (name text PRIMARY KEY, value text NOT NULL);
        """;

    // Budgets are counted in values: what a turn cost is no column any more.
    private const string Values = """
        CREATE TABLE small_values (name text PRIMARY KEY, value text NOT NULL, until timestamptz NOT NULL);
        CREATE INDEX ON small_values (until);
        ALTER TABLE turns DROP COLUMN person, DROP COLUMN cost;
        """;

    // An owner that is empty has given the lane back.
    private const string Lanes = """
        CREATE TABLE lanes (key text PRIMARY KEY, owner text NOT NULL, epoch bigint NOT NULL);
        """;

    private const string Members = """
        CREATE TABLE membership (version int NOT NULL);
        INSERT INTO membership VALUES (0);
        CREATE TABLE members (
            address text PRIMARY KEY, name text NOT NULL, host text NOT NULL, status int NOT NULL, proxy_port int NOT NULL,
            started_at timestamptz NOT NULL, alive_at timestamptz NOT NULL, suspects text NOT NULL, etag bigint NOT NULL);
        ALTER TABLE turns ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
        CREATE TABLE keys (name text PRIMARY KEY, xml text NOT NULL, added_at timestamptz NOT NULL DEFAULT now());
        """;

    private const string Paces = "CREATE TABLE paces (name text PRIMARY KEY, free_at timestamptz NOT NULL);";

    // The embedded studio's records are opaque here; a render's owner is empty while nobody works on it.
    private const string Studio = """
        CREATE TABLE studio_records (kind text NOT NULL, id text NOT NULL, json text NOT NULL, used_at timestamptz, PRIMARY KEY (kind, id));
        CREATE INDEX ON studio_records (kind, used_at) WHERE used_at IS NOT NULL;
        CREATE TABLE studio_renders (
            key text PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY, session text NOT NULL, twin text NOT NULL, length interval NOT NULL,
            json text NOT NULL, output text, over_at timestamptz, owner text NOT NULL DEFAULT '', attempt int NOT NULL DEFAULT 0,
            losses int NOT NULL DEFAULT 0, lease_until timestamptz, progress double precision NOT NULL DEFAULT 0);
        CREATE INDEX ON studio_renders (session);
        CREATE INDEX ON studio_renders (number) WHERE over_at IS NULL;
        CREATE INDEX ON studio_renders (number) WHERE attempt > 0;
        CREATE INDEX ON studio_renders (over_at) WHERE over_at IS NOT NULL;
        CREATE INDEX ON studio_renders (twin, number) WHERE output IS NOT NULL;
        CREATE INDEX ON studio_renders (output) WHERE output IS NOT NULL;
        """;
}
