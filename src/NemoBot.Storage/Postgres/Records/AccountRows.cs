using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Accounts at backends.</summary>
internal static class AccountRows
{
    public static Task<AccountRecord?> GetAsync(PostgresSession session, string key) => session.FirstAsync(
        "SELECT record FROM accounts WHERE key = $1", r => RecordJson.Read(r.GetString(0), RecordJson.Default.AccountRecord), key);

    public static Task PutAsync(PostgresSession session, AccountRecord account) => session.ExecuteAsync(
        "INSERT INTO accounts (key, record) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET record = $2",
        account.Key,
        JsonSerializer.Serialize(account, RecordJson.Default.AccountRecord));

    public static Task DeleteAsync(PostgresSession session, string key) => session.ExecuteAsync("DELETE FROM accounts WHERE key = $1", key);

    /// <summary>Deletes a conversation's own account once no conversation pays with it any more.</summary>
    public static Task DeleteUnusedAsync(PostgresSession session, string? key) => key is null or Accounts.Default
        ? Task.CompletedTask
        : session.ExecuteAsync("DELETE FROM accounts WHERE key = $1 AND NOT EXISTS (SELECT 1 FROM channels WHERE account = $1)", key);
}
