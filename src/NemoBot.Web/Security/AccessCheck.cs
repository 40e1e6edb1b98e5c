using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Admits browsers with the cookie they got for the access token, and scripts with the token in <c>Authorization: Bearer</c>. The cookie
/// is derived from the token: it survives restarts, ends with a new token and does not reveal the token.
/// </summary>
internal sealed partial class AccessCheck
{
    private const string Cookie = "nemobot_access";

    private readonly WebChatOptions _options;
    private readonly AttemptLimiter _attempts;
    private readonly ILogger _log;
    private readonly byte[] _token;
    private readonly byte[] _cookie;

    public AccessCheck(IOptions<WebChatOptions> options, AttemptLimiter attempts, ILogger<AccessCheck> log)
    {
        _options = options.Value;
        _attempts = attempts;
        _log = log;
        _token = Hash((_options.AccessToken ?? "").Trim());
        _cookie = Hash(CookieValue);
    }

    public bool IsOpen => !_options.NeedsToken;

    private string CookieValue => Convert.ToHexString(HMACSHA256.HashData(_token, "nemobot web sign-in"u8));

    /// <summary>Returns true if the request carries the cookie or the token.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsAllowed(HttpContext context)
    {
        if (IsOpen)
        {
            return true;
        }

        var bearer = context.Request.Headers.Authorization.ToString();
        return bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? IsToken(context, bearer[7..])
            : context.Request.Cookies[Cookie] is { } cookie && CryptographicOperations.FixedTimeEquals(Hash(cookie), _cookie);
    }

    /// <summary>Compares a token in constant time, and counts wrong ones.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsToken(HttpContext context, string? token)
    {
        if (IsOpen)
        {
            return false;
        }

        var address = context.Connection.RemoteIpAddress;
        var isRight = _attempts.Try(address, () => CryptographicOperations.FixedTimeEquals(Hash((token ?? "").Trim()), _token), out var retryAfter);
        if (retryAfter > TimeSpan.Zero)
        {
            throw new ProblemException(StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts) { RetryAfter = retryAfter };
        }

        if (!isRight)
        {
            LogWrongToken(_log, address?.ToString() ?? "");
        }

        return isRight;
    }

    public void SignIn(HttpContext context) => context.Response.Cookies.Append(Cookie, CookieValue, CookieOf(context, _options.SignInLifetime));

    public void SignOut(HttpContext context) => context.Response.Cookies.Delete(Cookie, CookieOf(context, null));

    private CookieOptions CookieOf(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || _options.PublicUrl?.Scheme == "https",
        IsEssential = true,
        Path = "/",
        MaxAge = lifetime,
    };

    /// <summary>Comparing hashes hides the length too.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wrong access token for the web chat from {Address}")]
    private static partial void LogWrongToken(ILogger logger, string address);
}
