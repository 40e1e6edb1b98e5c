using LiteDB;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Accounts at backends.</summary>
internal static class AccountRows
{
    public static AccountRecord? Get(Session session, string key) => session.Get(Collections.Accounts, key) is { } row ? Read(row) : null;

    public static void Put(Session session, AccountRecord account)
    {
        var row = new BsonDocument { ["_id"] = account.Key };
        row.Set("client", account.ClientId);
        row.Set("token", account.ProtectedToken);
        row.Set("user", account.UserId);
        row.Set("expires", account.ExpiresAt);
        session.Upsert(Collections.Accounts, row);
    }

    public static void Delete(Session session, string key) => session.Delete(Collections.Accounts, key);

    /// <summary>Deletes a conversation's own account once no conversation pays with it any more.</summary>
    public static void DeleteUnused(Session session, string? key)
    {
        if (key is not null && key != Accounts.Default && !Channel.AnyPaysWith(session, key))
        {
            Delete(session, key);
        }
    }

    public static AccountRecord Read(BsonDocument row) => new()
    {
        Key = row.Text("_id"),
        ClientId = row.Text("client"),
        ProtectedToken = row.TextOrNull("token"),
        UserId = row.TextOrNull("user"),
        ExpiresAt = row.TimeOrNull("expires"),
    };
}
