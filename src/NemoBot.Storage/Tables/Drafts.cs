using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>The kept versions of timelines.</summary>
internal static class Drafts
{
    private const string Select = "SELECT d.* FROM drafts d JOIN channels c ON c.id = d.channel WHERE c.key = $key ";

    private const string Insert = """
        INSERT INTO drafts (channel, version, project, json, width, height, summary, author, session_id, backend, created_at)
        VALUES ($channel, $version, $project, $json, $width, $height, $summary, $author, $session_id, $backend, $created_at)
        """;

    public static DraftRecord Add(SqliteSession session, DraftRecord draft)
    {
        var channel = Channels.FindOrAdd(session, draft.Conversation);
        var version = Channels.NextVersion(session, channel);
        session.Execute(
            Insert,
            ("$channel", channel),
            ("$version", version),
            ("$project", draft.Project),
            ("$json", draft.Json),
            ("$width", draft.Width),
            ("$height", draft.Height),
            ("$summary", draft.Summary),
            ("$author", draft.Author),
            ("$session_id", draft.SessionId),
            ("$backend", draft.Backend),
            ("$created_at", draft.CreatedAt.Milliseconds()));
        return draft with { Version = version };
    }

    public static DraftRecord? Get(SqliteSession session, ConversationKey key, int version) => session.One(
        Select + "AND d.version = $version", row => Read(row, key), ("$key", key.ToString()), ("$version", version));

    public static IReadOnlyList<DraftRecord> Newest(SqliteSession session, ConversationKey key, int count) => session.All(
        Select + "ORDER BY d.version DESC LIMIT $count", row => Read(row, key), ("$key", key.ToString()), ("$count", Math.Max(0, count)));

    private static DraftRecord Read(Row row, ConversationKey key) => new()
    {
        Conversation = key,
        Version = row.Int("version"),
        Project = row.Int("project"),
        Json = row.Text("json"),
        Width = row.IntOrNull("width"),
        Height = row.IntOrNull("height"),
        Summary = row.Text("summary"),
        Author = row.Text("author"),
        SessionId = row.Text("session_id"),
        Backend = row.Text("backend"),
        CreatedAt = row.Time("created_at"),
    };
}
