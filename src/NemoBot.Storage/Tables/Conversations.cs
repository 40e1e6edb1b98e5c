using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>What is kept of a conversation itself.</summary>
internal static class Conversations
{
    private const string Save = """
        INSERT INTO conversations (channel, skill, language, language_chosen, auto_render, access, access_group_id, access_group_name, account_key, backend, session_id,
          task_id, user_id, project, project_first_turn, shown_version, render_owed, credits_used, is_closed, created_at, updated_at)
        VALUES ($channel, $skill, $language, $language_chosen, $auto_render, $access, $access_group_id, $access_group_name, $account_key, $backend, $session_id,
          $task_id, $user_id, $project, $project_first_turn, $shown_version, $render_owed, $credits_used, $is_closed, $created_at, $updated_at)
        ON CONFLICT (channel) DO UPDATE SET skill = excluded.skill, language = excluded.language,
          language_chosen = excluded.language_chosen, auto_render = excluded.auto_render, access = excluded.access,
          access_group_id = excluded.access_group_id, access_group_name = excluded.access_group_name, account_key = excluded.account_key, backend = excluded.backend, session_id = excluded.session_id,
          task_id = excluded.task_id, user_id = excluded.user_id, project = excluded.project,
          project_first_turn = excluded.project_first_turn, shown_version = excluded.shown_version,
          render_owed = excluded.render_owed, credits_used = excluded.credits_used,
          is_closed = excluded.is_closed, created_at = excluded.created_at, updated_at = excluded.updated_at
        """;

    public static ConversationRecord? Get(SqliteSession session, ConversationKey key) => session.One(
        "SELECT v.* FROM conversations v JOIN channels c ON c.id = v.channel WHERE c.key = $key",
        row => Read(row, key),
        ("$key", key.ToString()));

    public static void Put(SqliteSession session, ConversationRecord record)
    {
        var channel = Channels.FindOrAdd(session, record.Key);
        Channels.Revive(session, channel);
        session.Execute(
            Save,
            ("$channel", channel),
            ("$skill", record.Skill),
            ("$language", record.Language),
            ("$language_chosen", record.LanguageChosen),
            ("$auto_render", record.AutoRender),
            ("$access", record.Access.ToString()),
            ("$access_group_id", record.AccessGroup?.Id),
            ("$access_group_name", record.AccessGroup?.Name),
            ("$account_key", record.AccountKey),
            ("$backend", record.Backend),
            ("$session_id", record.SessionId),
            ("$task_id", record.TaskId),
            ("$user_id", record.UserId),
            ("$project", record.Project),
            ("$project_first_turn", record.ProjectFirstTurn),
            ("$shown_version", record.ShownVersion),
            ("$render_owed", record.RenderOwed),
            ("$credits_used", record.CreditsUsed),
            ("$is_closed", record.IsClosed),
            ("$created_at", record.CreatedAt.Milliseconds()),
            ("$updated_at", record.UpdatedAt.Milliseconds()));
    }

    public static void Delete(SqliteSession session, long channel) =>
        session.Execute("DELETE FROM conversations WHERE channel = $channel", ("$channel", channel));

    public static bool UseAccount(SqliteSession session, string accountKey) =>
        session.Number("SELECT 1 FROM conversations WHERE account_key = $key LIMIT 1", ("$key", accountKey)) is not null;

    private static ConversationRecord Read(Row row, ConversationKey key) => new()
    {
        Key = key,
        Skill = row.Text("skill"),
        Language = row.Text("language"),
        LanguageChosen = row.Flag("language_chosen"),
        AutoRender = row.Flag("auto_render"),
        Access = row.Choice<AccessPolicy>("access"),
        AccessGroup = row.TextOrNull("access_group_id") is { } group ? new MemberGroup(group, row.Text("access_group_name")) : null,
        AccountKey = row.Text("account_key"),
        Backend = row.TextOrNull("backend"),
        SessionId = row.TextOrNull("session_id"),
        TaskId = row.TextOrNull("task_id"),
        UserId = row.TextOrNull("user_id"),
        Project = row.Int("project"),
        ProjectFirstTurn = row.Number("project_first_turn"),
        ShownVersion = row.IntOrNull("shown_version"),
        RenderOwed = row.Flag("render_owed"),
        CreditsUsed = row.Number("credits_used"),
        IsClosed = row.Flag("is_closed"),
        CreatedAt = row.Time("created_at"),
        UpdatedAt = row.Time("updated_at"),
    };
}
