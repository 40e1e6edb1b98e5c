namespace NemoBot.Core.Storage;

/// <summary>An account at a backend. The token is encrypted; only the client of the backend can read it.</summary>
public sealed record AccountRecord
{
    /// <summary>The key that conversations hold.</summary>
    public required string Key { get; init; }

    /// <summary>Made once and kept for ever; what anonymous tokens are asked for with. Empty for own tokens.</summary>
    public required string ClientId { get; init; }

    /// <summary>The token, encrypted.</summary>
    public string? ProtectedToken { get; init; }

    /// <summary>The backend's user id, if told.</summary>
    public string? UserId { get; init; }

    /// <summary>When the token ends, if told.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
