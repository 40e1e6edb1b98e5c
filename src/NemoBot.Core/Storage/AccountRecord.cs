namespace NemoBot.Core.Storage;

/// <summary>An account at a backend. The token is encrypted; only the client of the backend can read it.</summary>
public sealed record AccountRecord
{
    /// <summary>The key that conversations hold.</summary>
    public required string Key { get; init; }

    /// <summary>Requests anonymous tokens; made once and never changed. Empty for own tokens.</summary>
    public required string ClientId { get; init; }

    /// <summary>The token, encrypted.</summary>
    public string? ProtectedToken { get; init; }

    /// <summary>The backend's user id; null if unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>When the token expires; null if unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
