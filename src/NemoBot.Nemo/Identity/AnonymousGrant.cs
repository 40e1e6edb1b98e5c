namespace NemoBot.Nemo.Identity;

/// <summary>What the service answers to a request for an anonymous token.</summary>
/// <param name="ClientId">The client id it was given for.</param>
/// <param name="Token">The token.</param>
/// <param name="UserId">The user; null if unknown.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record AnonymousGrant(string ClientId, string Token, string? UserId, DateTimeOffset ExpiresAt);
