namespace NemoBot.Core.Storage;

/// <summary>A small value that is worthless after some time.</summary>
/// <param name="Text">The value.</param>
/// <param name="ExpiresAt">When retention may delete it.</param>
public sealed record ExpiringValue(string Text, DateTimeOffset ExpiresAt);
