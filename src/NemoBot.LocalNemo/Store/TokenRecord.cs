namespace NemoBot.LocalNemo.Store;

/// <summary>A token that was handed out; only its hash is kept.</summary>
/// <param name="Hash">SHA-256, hexadecimal.</param>
/// <param name="ExpiresAt">From then on it is refused.</param>
internal sealed record TokenRecord(string Hash, DateTimeOffset ExpiresAt);
