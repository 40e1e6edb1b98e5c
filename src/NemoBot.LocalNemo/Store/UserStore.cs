using System.Security.Cryptography;
using System.Text;

namespace NemoBot.LocalNemo.Store;

/// <summary>Users and their tokens.</summary>
internal sealed class UserStore(IRecordSet<UserRecord> records, TimeProvider clock, TimeSpan tokenLifetime, long startCredits)
{
    private const string Prefix = "nmv_usr_";
    private const int UserIdLength = 24;
    private const int TokensKept = 8;

    /// <summary>Hands out a new token; the same client id is always the same user.</summary>
    public async Task<(UserRecord User, string Token, DateTimeOffset ExpiresAt)> IssueAsync(string clientId, CancellationToken cancellationToken)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("nemobot-client:" + clientId)))[..UserIdLength];
        var token = Prefix + digits + RandomNumberGenerator.GetHexString(40, lowercase: true);
        var now = clock.GetUtcNow();
        var added = new TokenRecord(HashOf(token), now + tokenLifetime);
        var user = await records.UpdateAsync(
            "anon_" + digits,
            known =>
            {
                var user = known ?? new UserRecord { UserId = "anon_" + digits, Credits = startCredits };
                return user with { Tokens = [.. user.Tokens.Where(t => t.ExpiresAt > now).TakeLast(TokensKept - 1), added] };
            },
            cancellationToken);
        return (user!, token, added.ExpiresAt);
    }

    /// <summary>Returns the token's user; null if the token is unknown or expired.</summary>
    public async Task<UserRecord?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length != Prefix.Length + UserIdLength + 40
            || !token.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var user = await records.FindAsync(string.Concat("anon_", token.AsSpan(Prefix.Length, UserIdLength)), cancellationToken);
        var hash = Encoding.ASCII.GetBytes(HashOf(token));
        var now = clock.GetUtcNow();
        return user is not null && user.Tokens.Any(t =>
            t.ExpiresAt > now && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(t.Hash), hash)) ? user : null;
    }

    /// <summary>Takes credits; false, and nothing taken, if there are not enough.</summary>
    public async Task<bool> TryChargeAsync(string userId, long amount, CancellationToken cancellationToken) => await records.UpdateAsync(
        userId, u => u is null || u.Credits < amount ? null : u with { Credits = u.Credits - amount }, cancellationToken) is not null;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
