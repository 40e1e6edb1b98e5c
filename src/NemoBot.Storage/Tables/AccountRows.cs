using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Accounts at backends.</summary>
internal static class AccountRows
{
    private const string Save = """
        INSERT INTO accounts (key, client_id, protected_token, user_id, expires_at)
        VALUES ($key, $client_id, $protected_token, $user_id, $expires_at)
        ON CONFLICT (key) DO UPDATE SET client_id = excluded.client_id, protected_token = excluded.protected_token,
          user_id = excluded.user_id, expires_at = excluded.expires_at
        """;

    public static AccountRecord? Get(SqliteSession session, string key) =>
        session.One("SELECT * FROM accounts WHERE key = $key", Read, ("$key", key));

    public static void Put(SqliteSession session, AccountRecord account) => session.Execute(
        Save,
        ("$key", account.Key),
        ("$client_id", account.ClientId),
        ("$protected_token", account.ProtectedToken),
        ("$user_id", account.UserId),
        ("$expires_at", account.ExpiresAt.Milliseconds()));

    public static void Delete(SqliteSession session, string key) =>
        session.Execute("DELETE FROM accounts WHERE key = $key", ("$key", key));

    /// <summary>Deletes a conversation's own account once no conversation pays with it any more.</summary>
    public static void DeleteUnused(SqliteSession session, string? key)
    {
        if (key is not null && key != Accounts.Default && !Conversations.UseAccount(session, key))
        {
            Delete(session, key);
        }
    }

    private static AccountRecord Read(Row row) => new()
    {
        Key = row.Text("key"),
        ClientId = row.Text("client_id"),
        ProtectedToken = row.TextOrNull("protected_token"),
        UserId = row.TextOrNull("user_id"),
        ExpiresAt = row.TimeOrNull("expires_at"),
    };
}
