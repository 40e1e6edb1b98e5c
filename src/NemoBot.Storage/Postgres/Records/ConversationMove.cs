using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>
/// Moves a conversation to another key. The channel keeps its number and takes the new key, so that its rows stay where they are.
/// What the new key had before becomes the older part: it is usually a few messages, and only they are rewritten.
/// </summary>
internal static class ConversationMove
{
    public static async Task MoveAsync(PostgresSession session, ConversationKey from, ConversationKey to)
    {
        if (from == to || await ChannelRow.LockAsync(session, from).ConfigureAwait(false) is not { } source)
        {
            return;
        }

        var target = await ChannelRow.LockOrAddAsync(session, to).ConfigureAwait(false);
        var versions = target.LastVersion;
        var projects = await DraftRows.LastProjectAsync(session, target.Id).ConfigureAwait(false);
        await ShiftAsync(session, source.Id, versions, projects).ConfigureAwait(false);
        foreach (var table in new[] { "turns", "renders", "replies", "drafts" })
        {
            await session.ExecuteAsync($"UPDATE {table} SET channel = $2 WHERE channel = $1", target.Id, source.Id).ConfigureAwait(false);
        }

        await LogRows.RenumberAsync(session, source.Id).ConfigureAwait(false);
        await session.ExecuteAsync("UPDATE log SET channel = $2 WHERE channel = $1", target.Id, source.Id).ConfigureAwait(false);
        await SwapAsync(session, source, target, Merge(source.Conversation, target.Conversation, to, versions, projects)).ConfigureAwait(false);
        await AccountRows.DeleteUnusedAsync(session, target.Conversation?.AccountKey).ConfigureAwait(false);
    }

    /// <summary>Seen ids stay with their keys: the new key counts its messages from the start.</summary>
    private static async Task SwapAsync(PostgresSession session, ChannelRow source, ChannelRow target, ConversationRecord? merged)
    {
        // The key is unique: one of the two gives its own up first. No platform's name starts with a tabulator.
        var former = target with { KeyText = $"\t{target.Id}", SeenSpace = source.SeenSpace, LastVersion = 0, Conversation = null, MovedTo = source.Id };
        await former.SaveAsync(session).ConfigureAwait(false);
        await (source with
        {
            KeyText = target.KeyText,
            SeenSpace = target.SeenSpace,
            LastVersion = source.LastVersion + target.LastVersion,
            Conversation = merged,
            MovedTo = null,
        }).SaveAsync(session).ConfigureAwait(false);
        await (former with { KeyText = source.KeyText }).SaveAsync(session).ConfigureAwait(false);
    }

    /// <summary>Makes room for older versions and projects below those of the moved conversation.</summary>
    private static async Task ShiftAsync(PostgresSession session, long channel, int versions, int projects)
    {
        if (versions > 0)
        {
            await session.ExecuteAsync(
                "UPDATE drafts SET version = version + $2, project = project + $3 WHERE channel = $1", channel, versions, projects).ConfigureAwait(false);
            await session.ExecuteAsync(
                "UPDATE turns SET draft_before = draft_before + $2 WHERE channel = $1 AND draft_before > 0", channel, versions).ConfigureAwait(false);
            await session.ExecuteAsync(
                "UPDATE renders SET draft_version = draft_version + $2 WHERE channel = $1 AND draft_version > 0", channel, versions).ConfigureAwait(false);
        }
    }

    private static ConversationRecord? Merge(ConversationRecord? moved, ConversationRecord? older, ConversationKey to, int versions, int projects)
    {
        if (moved is null)
        {
            return older;
        }

        moved = moved with { Key = to, Project = moved.Project + projects, ShownVersion = moved.ShownVersion + versions };
        return older is null ? moved : moved with
        {
            AccountKey = moved.AccountKey == Accounts.Default ? older.AccountKey : moved.AccountKey,
            CreditsUsed = moved.CreditsUsed + older.CreditsUsed,
            CreatedAt = moved.CreatedAt < older.CreatedAt ? moved.CreatedAt : older.CreatedAt,
        };
    }
}
