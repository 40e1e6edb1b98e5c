using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// The identity behind a conversation key. Everything kept of a conversation refers to its number, so that a move changes one
/// document and a forgotten conversation disappears with one. Holds the conversation's own record too, if there is one.
/// </summary>
internal sealed class Channel(BsonDocument document)
{
    // No platform's name starts with a line end, so that these keys are no conversation's.
    private const string ForgottenPrefix = "\n";

    /// <summary>Number of the channel.</summary>
    public long Id => document["_id"].AsInt64;

    /// <summary>The conversation key, or a key that no conversation has.</summary>
    public string KeyText
    {
        get => document.Text("key");
        set => document.Set("key", value);
    }

    /// <summary>The conversation key.</summary>
    public ConversationKey Key => ConversationKey.Parse(KeyText);

    /// <summary>What the message ids seen here are kept under: it stays with the key when a conversation moves.</summary>
    public long SeenSpace
    {
        get => document.Number("seen");
        set => document.Set("seen", value);
    }

    /// <summary>Version of the newest draft.</summary>
    public int LastVersion
    {
        get => document.Int("last");
        set => document.Set("last", value);
    }

    /// <summary>The channel that this is only a former address of; null: it is one in use.</summary>
    public long? MovedTo
    {
        get => document.NumberOrNull("movedTo");
        set => document.Set("movedTo", value);
    }

    /// <summary>The conversation's own record.</summary>
    public ConversationRecord? Conversation
    {
        get => document.TryGetValue("conversation", out var value) ? ConversationRow.Read(value.AsDocument, Key) : null;
        set
        {
            document.Set("account", value?.AccountKey);
            if (value is null)
            {
                document.Remove("conversation");
            }
            else
            {
                document["conversation"] = ConversationRow.Write(value);
            }
        }
    }

    /// <summary>True if it was forgotten and its rows are still being deleted.</summary>
    public bool IsForgotten => KeyText.StartsWith(ForgottenPrefix, StringComparison.Ordinal);

    public static Channel? Find(Session session, ConversationKey key) => Wrap(session.First(Collections.Channels, "key", key.ToString()));

    public static Channel? Find(Session session, long id) => Wrap(session.Get(Collections.Channels, id));

    public static Channel FindOrAdd(Session session, ConversationKey key)
    {
        if (Find(session, key) is { } known)
        {
            return known;
        }

        var id = session.Next("channel");
        var added = new Channel(new BsonDocument { ["_id"] = id }) { KeyText = key.ToString(), SeenSpace = id };
        session.Insert(Collections.Channels, added.Document);
        return added;
    }

    /// <summary>Forgotten channels that still have rows.</summary>
    public static List<Channel> Forgotten(Session session) =>
        [.. session.Range(Collections.Channels, "key", ForgottenPrefix, ForgottenPrefix + "~").Select(d => new Channel(d))];

    /// <summary>The former addresses of a channel.</summary>
    public static List<Channel> MovedInto(Session session, long id) =>
        [.. session.Range(Collections.Channels, "movedTo", id, id).Select(d => new Channel(d))];

    /// <summary>True if a conversation pays with an account.</summary>
    public static bool AnyPaysWith(Session session, string account) => session.First(Collections.Channels, "account", account) is not null;

    /// <summary>Takes the key away, so that nothing finds the rows any more.</summary>
    public void Forget()
    {
        KeyText = ForgottenPrefix + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        MovedTo = null;
        Conversation = null;
    }

    public void Save(Session session) => session.Update(Collections.Channels, document);

    private BsonDocument Document => document;

    private static Channel? Wrap(BsonDocument? document) => document is null ? null : new Channel(document);
}
