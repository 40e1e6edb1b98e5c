using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;

namespace NemoBot.Web.Api;

/// <summary><c>POST /api/session</c> <c>{token}</c> signs a browser in, <c>DELETE</c> out, <c>GET</c> tells (204) or refuses (401).</summary>
internal sealed partial class SignInEndpoint(AccessCheck access, SignInAttempts attempts, ILogger<SignInEndpoint> logger)
{
    public static Task TellAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public async Task SignInAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!attempts.MayTry(address))
        {
            throw new ProblemException(StatusCodes.Status429TooManyRequests, Problem.TooManyAttempts);
        }

        var json = await context.ReadJsonAsync();
        if (!access.IsToken(json.Text("token")))
        {
            attempts.Fail(address);
            LogWrongToken(address);
            throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.WrongToken);
        }

        access.SignIn(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public Task SignOutAsync(HttpContext context)
    {
        access.SignOut(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong access token for the web chat came from {Address}")]
    private partial void LogWrongToken(string address);
}
