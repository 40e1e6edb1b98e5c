using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Admin;

/// <summary>
/// Admits the operator by a token of its own, compared in constant time and limited in guesses, as a cookie that is derived from it or as
/// <c>Authorization: Bearer</c>.
/// </summary>
internal sealed class AdminCheck(IOptions<WebChatOptions> options, AttemptLimiter attempts)
{
    private const string Cookie = "nemobot_admin";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly byte[] _token = Hash((options.Value.AdminToken ?? "").Trim());

    /// <summary>Without a token there is no admin page.</summary>
    public bool IsOff => string.IsNullOrWhiteSpace(options.Value.AdminToken);

    private string CookieValue => Convert.ToHexString(HMACSHA256.HashData(_token, "nemobot admin sign-in"u8));

    public bool IsAllowed(HttpContext context)
    {
        var bearer = context.Request.Headers.Authorization.ToString();
        return !IsOff && (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? IsToken(context, bearer[7..])
            : context.Request.Cookies[Cookie] is { } cookie && CryptographicOperations.FixedTimeEquals(Hash(cookie), Hash(CookieValue)));
    }

    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsToken(HttpContext context, string? token)
    {
        var isRight = attempts.Try(
            context.Connection.RemoteIpAddress, () => CryptographicOperations.FixedTimeEquals(Hash((token ?? "").Trim()), _token), out var retryAfter);
        return retryAfter > TimeSpan.Zero
            ? throw new ProblemException(StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts) { RetryAfter = retryAfter }
            : isRight && !IsOff;
    }

    public void SignIn(HttpContext context) => context.Response.Cookies.Append(Cookie, CookieValue, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || options.Value.PublicUrl?.Scheme == "https",
        IsEssential = true,
        Path = "/",
        MaxAge = Lifetime,
    });

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
