namespace NemoBot.Nemo.Identity;

/// <summary>Whose token a call carries.</summary>
/// <param name="Token">Secret: in the Authorization header and nowhere else.</param>
/// <param name="UserId">The service's user id; null if unknown.</param>
/// <param name="IsAnonymous">The token was asked for by us and can be renewed.</param>
internal sealed record Account(string Token, string? UserId, bool IsAnonymous)
{
    /// <summary>Does not print the token.</summary>
    public override string ToString() => IsAnonymous ? "anonymous account" : "own account";
}
