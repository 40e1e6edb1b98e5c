using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>Admits people and scripts to the chat: everyone without an access token, otherwise whoever knows it.</summary>
internal sealed partial class AccessCheck(IOptions<WebChatOptions> options, AttemptLimiter attempts, ILogger<AccessCheck> log)
{
    private readonly TokenSignIn _signIn = new(options.Value.AccessToken, "nemobot_access", "nemobot web sign-in", options.Value, attempts);

    public bool IsOpen => !options.Value.NeedsToken;

    /// <summary>Returns true if the request carries the cookie or the token.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsAllowed(HttpContext context) =>
        IsOpen || (TokenSignIn.BearerOf(context) is { } bearer ? IsToken(context, bearer) : _signIn.HasCookie(context));

    /// <summary>Compares a token in constant time, and counts wrong ones.</summary>
    /// <exception cref="ProblemException">Too many wrong tokens came from this address.</exception>
    public bool IsToken(HttpContext context, string? token)
    {
        if (IsOpen)
        {
            return false;
        }

        var isRight = _signIn.IsToken(context, token);
        if (!isRight)
        {
            LogWrongToken(log, context.Connection.RemoteIpAddress?.ToString() ?? "");
        }

        return isRight;
    }

    public void SignIn(HttpContext context) => _signIn.SignIn(context, options.Value.SignInLifetime);

    public void SignOut(HttpContext context) => _signIn.SignOut(context);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wrong access token for the web chat from {Address}")]
    private static partial void LogWrongToken(ILogger logger, string address);
}
