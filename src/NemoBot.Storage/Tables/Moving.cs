using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>
/// Moves a conversation to another key. What stands there already becomes the older part: its drafts keep the lower versions and
/// its projects the lower numbers. Seen ids stay with the old key, because the new one counts its messages anew.
/// </summary>
internal static class Moving
{
    public static void Move(SqliteSession session, ConversationKey from, ConversationKey to)
    {
        if (from == to || Channels.Find(session, from) is not { } source)
        {
            return;
        }

        var target = Channels.FindOrAdd(session, to);
        var versions = Channels.LastVersion(session, target);
        var projects = session.Number("SELECT max(project) FROM drafts WHERE channel = $to", ("$to", target)) ?? 0;
        MoveConversation(session, from, to, source, (versions, (int)projects));
        session.Execute(
            "UPDATE drafts SET channel = $to, version = version + $versions, project = project + $projects WHERE channel = $from",
            ("$to", target),
            ("$versions", versions),
            ("$projects", projects),
            ("$from", source));
        MoveWork(session, source, target, versions);
        MessageLog.Move(session, source, target);
        Channels.Revive(session, target);
        session.Execute(
            "UPDATE channels SET last_version = last_version + (SELECT last_version FROM channels WHERE id = $from) WHERE id = $to",
            ("$from", source),
            ("$to", target));
        session.Execute("UPDATE channels SET last_version = 0, moved_to = $to WHERE id = $from", ("$to", target), ("$from", source));
    }

    private static void MoveWork(SqliteSession session, long source, long target, int versions)
    {
        session.Execute(
            "UPDATE turns SET channel = $to, draft_before = draft_before + iif(draft_before > 0, $versions, 0) WHERE channel = $from",
            ("$to", target),
            ("$versions", versions),
            ("$from", source));
        session.Execute(
            "UPDATE renders SET channel = $to, draft_version = draft_version + iif(draft_version > 0, $versions, 0) WHERE channel = $from",
            ("$to", target),
            ("$versions", versions),
            ("$from", source));
        session.Execute("UPDATE endings SET channel = $to WHERE channel = $from", ("$to", target), ("$from", source));
    }

    private static void MoveConversation(SqliteSession session, ConversationKey from, ConversationKey to, long source, (int Versions, int Projects) before)
    {
        if (Conversations.Get(session, from) is not { } moved)
        {
            return;
        }

        var older = Conversations.Get(session, to);
        Conversations.Delete(session, source);
        moved = moved with
        {
            Key = to,
            Project = moved.Project + before.Projects,
            ShownVersion = moved.ShownVersion + before.Versions,
        };
        Conversations.Put(session, Merge(moved, older));
        AccountRows.DeleteUnused(session, older?.AccountKey);
    }

    private static ConversationRecord Merge(ConversationRecord moved, ConversationRecord? older) => older is null ? moved : moved with
    {
        AccountKey = moved.AccountKey == Accounts.Default ? older.AccountKey : moved.AccountKey,
        CreditsUsed = moved.CreditsUsed + older.CreditsUsed,
        CreatedAt = moved.CreatedAt < older.CreatedAt ? moved.CreatedAt : older.CreatedAt,
    };
}
