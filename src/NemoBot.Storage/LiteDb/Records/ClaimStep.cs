using LiteDB;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>One step of a claim over many rows.</summary>
/// <param name="Claimed">What was claimed.</param>
/// <param name="Last">Where the next step goes on; null: this was the last one.</param>
internal sealed record ClaimStep<T>(IReadOnlyList<T> Claimed, BsonValue? Last);
