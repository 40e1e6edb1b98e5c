using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Who may in: a browser with the cookie it got for the access token, or a script with the token in <c>Authorization: Bearer</c>. The
/// cookie's value is derived from the token, so that it holds over restarts, ends with a new token and does not show the token.
/// </summary>
internal sealed class AccessCheck
{
    private const string Cookie = "nemobot_access";

    private readonly WebChatOptions _options;
    private readonly byte[] _token;
    private readonly byte[] _cookie;

    public AccessCheck(IOptions<WebChatOptions> options)
    {
        _options = options.Value;
        _token = Hash(_options.AccessToken ?? "");
        _cookie = Hash(Convert.ToHexString(HMACSHA256.HashData(_token, "nemobot web sign-in"u8)));
    }

    public bool IsOpen => !_options.NeedsToken;

    public bool IsToken(string? token) =>
        token is not null && _options.NeedsToken && CryptographicOperations.FixedTimeEquals(Hash(token.Trim()), _token);

    public bool IsAllowed(HttpRequest request)
    {
        if (IsOpen)
        {
            return true;
        }

        var bearer = request.Headers.Authorization.ToString();
        return bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? IsToken(bearer[7..])
            : request.Cookies[Cookie] is { } cookie && CryptographicOperations.FixedTimeEquals(Hash(cookie), _cookie);
    }

    public void SignIn(HttpContext context) => context.Response.Cookies.Append(
        Cookie, Convert.ToHexString(HMACSHA256.HashData(_token, "nemobot web sign-in"u8)), CookieOf(context, _options.SignInLifetime));

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
}
