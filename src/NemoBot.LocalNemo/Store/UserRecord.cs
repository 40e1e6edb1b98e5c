namespace NemoBot.LocalNemo.Store;

/// <summary>A user: whoever comes with one client id.</summary>
internal sealed record UserRecord
{
    /// <summary><c>anon_…</c>, derived from the client id.</summary>
    public required string UserId { get; init; }

    /// <summary>Tokens still good when they were last looked at.</summary>
    public IReadOnlyList<TokenRecord> Tokens { get; init; } = [];

    /// <summary>Credits left, if credits are simulated.</summary>
    public long Credits { get; init; }
}
