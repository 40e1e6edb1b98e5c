using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>The kept versions of timelines.</summary>
internal static class Drafts
{
    public static DraftRecord? Add(Session session, DraftRecord draft, long? turn)
    {
        if (turn is { } id && Turns.Find(session, id) is null)
        {
            return null;
        }

        var channel = Channel.FindOrAdd(session, draft.Conversation);
        var added = draft with { Version = ++channel.LastVersion };
        channel.Save(session);
        session.Insert(Collections.Drafts, Write(added, channel.Id));
        Thin(session, channel.Id, draft.Conversation, DraftThinning.Leaving(added.Version));
        return added;
    }

    public static DraftRecord? Get(Session session, ConversationKey key, int version) =>
        Channel.Find(session, key) is { } channel ? Find(session, channel.Id, key, version) : null;

    public static IReadOnlyList<DraftRecord> Newest(Session session, ConversationKey key, int count) =>
        Channel.Find(session, key) is { } channel
            ? [.. session.Range(Collections.Drafts, "_id", Place.First(channel.Id), Place.Last(channel.Id), count, descending: true).Select(r => Read(r, key))]
            : [];

    /// <summary>The highest project number of a channel's drafts.</summary>
    public static int LastProject(Session session, long channel) =>
        session.Range(Collections.Drafts, "_id", Place.First(channel), Place.Last(channel), 1, descending: true) is [var newest] ? newest.Int("project") : 0;

    private static void Thin(Session session, long channel, ConversationKey key, int leaving)
    {
        if (leaving > 0 && DraftThinning.IsDropped(Find(session, channel, key, leaving), Find(session, channel, key, leaving + 1)))
        {
            session.Delete(Collections.Drafts, Place.Of(channel, leaving));
        }
    }

    private static DraftRecord? Find(Session session, long channel, ConversationKey key, int version) =>
        session.Get(Collections.Drafts, Place.Of(channel, version)) is { } row ? Read(row, key) : null;

    private static BsonDocument Write(DraftRecord draft, long channel)
    {
        var row = new BsonDocument { ["_id"] = Place.Of(channel, draft.Version) };
        row.Set("project", draft.Project);
        row.Set("json", draft.Json);
        row.Set("width", draft.Width);
        row.Set("height", draft.Height);
        row.Set("summary", draft.Summary);
        row.Set("author", draft.Author);
        row.Set("session", draft.SessionId);
        row.Set("sessionVersion", draft.SessionVersion);
        row.Set("backend", draft.Backend);
        row.Set("created", draft.CreatedAt);
        return row;
    }

    public static DraftRecord Read(BsonDocument row, ConversationKey key) => new()
    {
        Conversation = key,
        Version = (int)Place.Number(row["_id"].AsInt64),
        Project = row.Int("project"),
        Json = row.Text("json"),
        Width = row.IntOrNull("width"),
        Height = row.IntOrNull("height"),
        Summary = row.Text("summary"),
        Author = row.Text("author"),
        SessionId = row.Text("session"),
        SessionVersion = row.IntOrNull("sessionVersion"),
        Backend = row.Text("backend"),
        CreatedAt = row.Time("created"),
    };
}
