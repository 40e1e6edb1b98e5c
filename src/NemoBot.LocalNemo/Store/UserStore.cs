using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NemoBot.LocalNemo.Store;

/// <summary>Users and their tokens.</summary>
internal sealed class UserStore(Folders folders, TimeProvider clock, TimeSpan tokenLifetime, long startCredits)
{
    private const string Prefix = "nmv_usr_";
    private const int UserIdLength = 24;
    private const int TokensKept = 8;

    private readonly ConcurrentDictionary<string, UserRecord> _users = new();
    private readonly Lock _writing = new();

    /// <summary>Hands out a new token; the same client id is always the same user.</summary>
    public (UserRecord User, string Token, DateTimeOffset ExpiresAt) Issue(string clientId)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("nemobot-client:" + clientId)))[..UserIdLength];
        var token = Prefix + digits + RandomNumberGenerator.GetHexString(40, lowercase: true);
        var now = clock.GetUtcNow();
        var expires = now + tokenLifetime;
        lock (_writing)
        {
            var user = Load("anon_" + digits) ?? new UserRecord { UserId = "anon_" + digits, Credits = startCredits };
            var tokens = user.Tokens.Where(t => t.ExpiresAt > now).TakeLast(TokensKept - 1);
            user = user with { Tokens = [.. tokens, new TokenRecord(HashOf(token), expires)] };
            Save(user);
            return (user, token, expires);
        }
    }

    /// <summary>Returns the token's user; null if the token is unknown or expired.</summary>
    public UserRecord? Find(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length != Prefix.Length + UserIdLength + 40
            || !token.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var user = Load(string.Concat("anon_", token.AsSpan(Prefix.Length, UserIdLength)));
        var hash = Encoding.ASCII.GetBytes(HashOf(token));
        var now = clock.GetUtcNow();
        return user is not null && user.Tokens.Any(t =>
            t.ExpiresAt > now && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(t.Hash), hash)) ? user : null;
    }

    /// <summary>Takes credits; false, and nothing taken, if there are not enough.</summary>
    public bool TryCharge(string userId, long amount)
    {
        lock (_writing)
        {
            var user = Load(userId);
            if (user is null || user.Credits < amount)
            {
                return false;
            }

            Save(user with { Credits = user.Credits - amount });
            return true;
        }
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private UserRecord? Load(string userId)
    {
        if (_users.TryGetValue(userId, out var known))
        {
            return known;
        }

        var user = JsonFile.Read(folders.User(userId), StoreJson.Default.UserRecord);
        return user is null ? null : _users.GetOrAdd(userId, user);
    }

    private void Save(UserRecord user)
    {
        JsonFile.Write(folders.User(user.UserId), user, StoreJson.Default.UserRecord);
        _users[user.UserId] = user;
    }
}
