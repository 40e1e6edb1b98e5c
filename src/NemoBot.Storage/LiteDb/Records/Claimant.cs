using LiteDB;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>A process that claims work.</summary>
/// <param name="Owner">Its name.</param>
/// <param name="Now">The time it claims at.</param>
/// <param name="Until">Until when its claims hold.</param>
internal sealed record Claimant(string Owner, DateTimeOffset Now, DateTimeOffset Until)
{
    /// <summary>Writes the claim into a document.</summary>
    public void Mark(BsonDocument row)
    {
        row.Set("owner", Owner);
        row.Set("until", Until);
    }
}
