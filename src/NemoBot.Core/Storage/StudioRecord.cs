namespace NemoBot.Core.Storage;

/// <summary>A record of the embedded studio as it is stored.</summary>
/// <param name="Json">The record.</param>
/// <param name="UsedAt">When it was last used; null: it does not grow old.</param>
public sealed record StudioRecord(string Json, DateTimeOffset? UsedAt);
