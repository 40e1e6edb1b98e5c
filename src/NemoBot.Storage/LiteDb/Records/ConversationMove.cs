using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// Moves a conversation to another key. The channel keeps its number and takes the new key, so that its rows stay where they are.
/// What the new key had before becomes the older part: it is usually a few messages, and only they are rewritten.
/// </summary>
internal static class ConversationMove
{
    public static void Move(Session session, ConversationKey from, ConversationKey to)
    {
        if (from == to || Channel.Find(session, from) is not { } source)
        {
            return;
        }

        var target = Channel.FindOrAdd(session, to);
        var moved = source.Conversation;
        var older = target.Conversation;
        var (versions, projects) = (target.LastVersion, Drafts.LastProject(session, target.Id));
        ShiftDrafts(session, source, versions, projects);
        MoveRows(session, target.Id, source.Id);
        MessageLog.Renumber(session, source.Id);
        MessageLog.Move(session, target.Id, source.Id);
        SwapAddresses(session, source, target);
        if (moved is not null)
        {
            source.Conversation = Merge(moved with { Key = to, Project = moved.Project + projects, ShownVersion = moved.ShownVersion + versions }, older);
        }
        else if (older is not null)
        {
            source.Conversation = older;
        }

        source.LastVersion += versions;
        source.Save(session);
        AccountRows.DeleteUnused(session, older?.AccountKey);
    }

    /// <summary>Seen ids stay with their keys: the new key counts its messages from the start.</summary>
    private static void SwapAddresses(Session session, Channel source, Channel target)
    {
        var (from, to) = (source.KeyText, target.KeyText);
        (source.SeenSpace, target.SeenSpace) = (target.SeenSpace, source.SeenSpace);
        target.LastVersion = 0;
        target.Conversation = null;
        target.MovedTo = source.Id;

        // The key is unique: one of the two gives its own up first.
        target.KeyText = $"\t{target.Id}";
        target.Save(session);
        source.KeyText = to;
        source.MovedTo = null;
        source.Save(session);
        target.KeyText = from;
        target.Save(session);
    }

    /// <summary>Makes room for older versions and projects below those of the moved conversation.</summary>
    private static void ShiftDrafts(Session session, Channel channel, int versions, int projects)
    {
        if (versions == 0)
        {
            return;
        }

        foreach (var row in session.Range(Collections.Drafts, "_id", Place.First(channel.Id), Place.Last(channel.Id), descending: true))
        {
            session.Delete(Collections.Drafts, row["_id"]);
            row["_id"] = row["_id"].AsInt64 + versions;
            row.Set("project", row.Number("project") + projects);
            session.Insert(Collections.Drafts, row);
        }

        foreach (var row in session.Range(Collections.Turns, "place", Place.First(channel.Id), Place.Last(channel.Id)).Where(r => r.Number("draftBefore") > 0))
        {
            row.Set("draftBefore", row.Number("draftBefore") + versions);
            session.Update(Collections.Turns, row);
        }

        foreach (var row in session.Range(Collections.Renders, "channel", channel.Id, channel.Id).Where(r => r.Number("version") > 0))
        {
            row.Set("version", row.Number("version") + versions);
            session.Update(Collections.Renders, row);
        }
    }

    private static void MoveRows(Session session, long from, long to)
    {
        foreach (var row in session.Range(Collections.Turns, "place", Place.First(from), Place.Last(from)))
        {
            TurnIndexes.Move(session, row, to);
            session.Update(Collections.Turns, row);
        }

        foreach (var row in session.Range(Collections.Drafts, "_id", Place.First(from), Place.Last(from)))
        {
            session.Delete(Collections.Drafts, row["_id"]);
            row["_id"] = Place.Of(to, Place.Number(row["_id"].AsInt64));
            session.Insert(Collections.Drafts, row);
        }

        foreach (var collection in new[] { Collections.Renders, Collections.Replies })
        {
            foreach (var row in session.Range(collection, "channel", from, from))
            {
                row["channel"] = to;
                session.Update(collection, row);
            }
        }
    }

    private static ConversationRecord Merge(ConversationRecord moved, ConversationRecord? older) => older is null ? moved : moved with
    {
        AccountKey = moved.AccountKey == Accounts.Default ? older.AccountKey : moved.AccountKey,
        CreditsUsed = moved.CreditsUsed + older.CreditsUsed,
        CreatedAt = moved.CreatedAt < older.CreatedAt ? moved.CreatedAt : older.CreatedAt,
    };
}
