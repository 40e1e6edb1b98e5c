using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Admin;

/// <summary>Admits the operator by a token of its own.</summary>
internal sealed class AdminCheck(IOptions<WebChatOptions> options, AttemptLimiter attempts)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly TokenSignIn _signIn = new(options.Value.AdminToken, "nemobot_admin", "nemobot admin sign-in", options.Value, attempts);

    /// <summary>Without a token there is no admin page.</summary>
    public bool IsOff => string.IsNullOrWhiteSpace(options.Value.AdminToken);

    /// <summary>Returns true if the request carries the cookie or the token.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsAllowed(HttpContext context) =>
        !IsOff && (TokenSignIn.BearerOf(context) is { } bearer ? IsToken(context, bearer) : _signIn.HasCookie(context));

    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsToken(HttpContext context, string? token) => _signIn.IsToken(context, token) && !IsOff;

    public void SignIn(HttpContext context) => _signIn.SignIn(context, Lifetime);
}
