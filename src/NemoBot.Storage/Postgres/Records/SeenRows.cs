using System.Security.Cryptography;
using System.Text;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Message ids that were seen. They outlive their turns, so that a late second copy is dropped.</summary>
internal static class SeenRows
{
    // An index entry of PostgreSQL has at most some 2,700 bytes; platforms have ids of some dozen characters.
    private const int LongestId = 200;

    /// <returns>False if it was seen before.</returns>
    public static async Task<bool> AddAsync(PostgresSession session, long space, string messageId, DateTimeOffset at) =>
        await session.ExecuteAsync("INSERT INTO seen (space, id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", space, Shorten(messageId), at)
            .ConfigureAwait(false) == 1;

    /// <summary>The form in which an id is kept.</summary>
    public static string Shorten(string id) => id.Length <= LongestId ? id : "#" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
