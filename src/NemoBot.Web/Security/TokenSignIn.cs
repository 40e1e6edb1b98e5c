using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Admits whoever knows a token: scripts with the token itself, browsers with the cookie they got for it. The cookie is derived from the
/// token: it survives restarts, ends with a new token and does not reveal the token.
/// </summary>
/// <param name="token">The token; blank and null count as an empty one.</param>
/// <param name="cookie">Name of the cookie.</param>
/// <param name="purpose">Keeps the cookies of different tokens apart even if the tokens are the same.</param>
/// <param name="options">Decides whether the cookie needs https.</param>
/// <param name="attempts">Limits wrong tokens.</param>
internal sealed class TokenSignIn(string? token, string cookie, string purpose, WebChatOptions options, AttemptLimiter attempts)
{
    private readonly byte[] _token = Hash((token ?? "").Trim());
    private readonly string _value = Convert.ToHexString(HMACSHA256.HashData(Hash((token ?? "").Trim()), Encoding.UTF8.GetBytes(purpose)));

    /// <summary>The token in <c>Authorization: Bearer</c>; null without one.</summary>
    public static string? BearerOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : null;

    /// <summary>Returns true if the request carries the cookie.</summary>
    public bool HasCookie(HttpContext context) =>
        context.Request.Cookies[cookie] is { } value && CryptographicOperations.FixedTimeEquals(Hash(value), Hash(_value));

    /// <summary>Compares a token in constant time, and counts wrong ones.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsToken(HttpContext context, string? given)
    {
        var isRight = attempts.Try(
            context.Connection.RemoteIpAddress, () => CryptographicOperations.FixedTimeEquals(Hash((given ?? "").Trim()), _token), out var retryAfter);
        return retryAfter > TimeSpan.Zero
            ? throw new ProblemException(StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts) { RetryAfter = retryAfter }
            : isRight;
    }

    public void SignIn(HttpContext context, TimeSpan lifetime) => context.Response.Cookies.Append(cookie, _value, CookieOf(context, lifetime));

    public void SignOut(HttpContext context) => context.Response.Cookies.Delete(cookie, CookieOf(context, null));

    private CookieOptions CookieOf(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || options.PublicUrl?.Scheme == "https",
        IsEssential = true,
        Path = "/",
        MaxAge = lifetime,
    };

    /// <summary>Comparing hashes hides the length too.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
