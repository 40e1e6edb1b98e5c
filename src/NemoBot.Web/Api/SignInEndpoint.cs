using Microsoft.AspNetCore.Http;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;

namespace NemoBot.Web.Api;

/// <summary><c>/api/session</c>: <c>POST {token}</c> signs a browser in, <c>DELETE</c> signs it out, <c>GET</c> returns 204 or 401.</summary>
internal sealed class SignInEndpoint(AccessCheck access)
{
    public static Task StatusAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public async Task SignInAsync(HttpContext context)
    {
        var json = await context.ReadJsonAsync();
        if (!access.IsToken(context, json.Text("token")))
        {
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
}
