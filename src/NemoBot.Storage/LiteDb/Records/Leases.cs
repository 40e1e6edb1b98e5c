using LiteDB;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>
/// How long the claims of each owner hold. Renewing all of them writes one document: a claim holds until its own lease or its
/// owner's has run out, whichever is later.
/// </summary>
internal static class Leases
{
    public static void Renew(Session session, string owner, DateTimeOffset until)
    {
        var row = new BsonDocument { ["_id"] = owner };
        row.Set("until", until);
        session.Upsert(Collections.Leases, row);
    }

    /// <summary>Until when a claim holds; null if there is no claim or no lease.</summary>
    public static DateTimeOffset? Until(Session session, string? owner, DateTimeOffset? own)
    {
        var renewed = owner is null ? null : session.Get(Collections.Leases, owner)?.TimeOrNull("until");
        return renewed is null || own > renewed ? own : renewed;
    }

    /// <summary>True if a process may claim a row.</summary>
    public static bool IsFree(Session session, BsonDocument row, string claimant, DateTimeOffset now) =>
        row.TextOrNull("owner") is not { } owner
        || owner == claimant
        || Until(session, owner, row.TimeOrNull("until")) is not { } until
        || until <= now;
}
