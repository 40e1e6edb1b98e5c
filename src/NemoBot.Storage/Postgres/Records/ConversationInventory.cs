using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Counts what is kept of conversations, and finds those that nobody uses.</summary>
internal static class ConversationInventory
{
    public static async Task<ConversationContents> DescribeAsync(PostgresSession session, ConversationKey key)
    {
        if (await ChannelRow.FindAsync(session, key).ConfigureAwait(false) is not { } channel)
        {
            return new ConversationContents();
        }

        var turns = await session.QueryAsync(
            "SELECT record FROM turns WHERE channel = $1", r => RecordJson.Read(r.GetString(0), RecordJson.Default.TurnRecord).SessionId, channel.Id).ConfigureAwait(false);
        var drafts = await session.QueryAsync(
            "SELECT record FROM drafts WHERE channel = $1", r => RecordJson.Read(r.GetString(0), RecordJson.Default.DraftRecord).SessionId, channel.Id).ConfigureAwait(false);
        return new ConversationContents
        {
            Turns = turns.Count,
            Versions = drafts.Count,
            Renders = await CountAsync(session, "renders", channel.Id).ConfigureAwait(false),
            Messages = await CountAsync(session, "log", channel.Id).ConfigureAwait(false),
            Sessions = [.. turns.Concat(drafts).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    public static async Task<IReadOnlyList<ConversationKey>> FindUnusedAsync(PostgresSession session, DateTimeOffset before)
    {
        var idle = await session.QueryAsync(
            """
            SELECT c.key, c.conversation, (SELECT d.record FROM drafts d WHERE d.channel = c.id ORDER BY d.version DESC LIMIT 1)
            FROM channels c WHERE c.moved_to IS NULL
                AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.channel = c.id) AND NOT EXISTS (SELECT 1 FROM renders r WHERE r.channel = c.id)
                AND NOT EXISTS (SELECT 1 FROM replies p WHERE p.channel = c.id) AND NOT EXISTS (SELECT 1 FROM log l WHERE l.channel = c.id)
            """,
            r => (Key: r.GetString(0), Conversation: r.TextOrNull(1), Draft: r.TextOrNull(2))).ConfigureAwait(false);
        return
        [
            .. idle
                .Where(c => c.Conversation is null || RecordJson.Read(c.Conversation, RecordJson.Default.ConversationRecord).UpdatedAt < before)
                .Where(c => c.Draft is null || RecordJson.Read(c.Draft, RecordJson.Default.DraftRecord).CreatedAt < before)
                .Select(c => ConversationKey.Parse(c.Key)),
        ];
    }

    private static async Task<int> CountAsync(PostgresSession session, string table, long channel) =>
        (int)(long)(await session.ScalarAsync($"SELECT count(*) FROM {table} WHERE channel = $1", channel).ConfigureAwait(false))!;
}
