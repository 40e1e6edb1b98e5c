using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NemoBot.Web.Api;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Admin;

/// <summary><c>/api/admin</c>: signing in, the state, cancelling, pairing, a backup. Nothing is there without an admin token in the settings.</summary>
internal sealed partial class AdminEndpoint(AdminCheck check, ILogger<AdminEndpoint> logger)
{
    public async Task SignInAsync(HttpContext context)
    {
        var json = await context.ReadJsonAsync();
        if (!check.IsToken(context, json.Text("token")))
        {
            LogWrongToken(context.Connection.RemoteIpAddress?.ToString() ?? "");
            throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.WrongToken);
        }

        check.SignIn(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public async Task StateAsync(HttpContext context)
    {
        Require(context);
        var view = await BoardOf(context).ReadAsync(context.RequestAborted);
        await context.Response.WriteJsonAsync(StatusCodes.Status200OK, json => AdminJson.Write(json, view));
    }

    public Task CancelAsync(HttpContext context)
    {
        Require(context);
        var isThere = long.TryParse(context.Request.RouteValues["turn"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) && BoardOf(context).Cancel(turn);
        context.Response.StatusCode = isThere ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound;
        LogCancelled(turn, isThere);
        return Task.CompletedTask;
    }

    public async Task PairAsync(HttpContext context)
    {
        Require(context);
        if (await BoardOf(context).PairAsync(context.RequestAborted) is not { } code)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        LogPairing();
        await context.Response.WriteJsonAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        });
    }

    public async Task BackupAsync(HttpContext context)
    {
        Require(context);
        var (file, problem) = await BoardOf(context).BackupAsync(context.RequestAborted);
        await context.Response.WriteJsonAsync(file is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("error", problem);
            json.WriteEndObject();
        });
    }

    /// <summary>Found when it is asked for: routes are mapped before the bot has started.</summary>
    private static IAdminBoard BoardOf(HttpContext context) => context.RequestServices.GetRequiredService<IAdminBoard>();

    private void Require(HttpContext context)
    {
        if (!check.IsAllowed(context))
        {
            throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.SignIn);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wrong admin token from {Address}")]
    private partial void LogWrongToken(string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "The admin page made a pairing code")]
    private partial void LogPairing();

    [LoggerMessage(Level = LogLevel.Information, Message = "The admin page cancelled turn {Turn}; it was there: {WasThere}")]
    private partial void LogCancelled(long turn, bool wasThere);
}
