using System.Xml.Linq;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Keys as XML.</summary>
internal static class KeyRows
{
    public static async Task<IReadOnlyCollection<XElement>> AllAsync(PostgresSession session) =>
        await session.QueryAsync("SELECT xml FROM keys ORDER BY name", r => XElement.Parse(r.GetString(0))).ConfigureAwait(false);

    /// <summary>Adds a key of an earlier store, beside those that instances have made.</summary>
    public static Task CopyAsync(PostgresSession session, string name, XElement key) => session.ExecuteAsync(
        "INSERT INTO keys (name, xml, added_at) VALUES ($1, $2, 'epoch') ON CONFLICT DO NOTHING", name, key.ToString(SaveOptions.DisableFormatting));

    /// <summary>Adds a key. Of several that instances make at once the first is kept: each of them reads all keys again and uses it.</summary>
    public static async Task AddAsync(PostgresSession session, string name, XElement key)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('nemobot keys', 0))").ConfigureAwait(false);
        await session.ExecuteAsync(
            """
            INSERT INTO keys (name, xml) SELECT $1, $2
            WHERE NOT EXISTS (SELECT 1 FROM keys WHERE added_at > now() - interval '1 minute') ON CONFLICT DO NOTHING
            """,
            name,
            key.ToString(SaveOptions.DisableFormatting)).ConfigureAwait(false);
    }
}
