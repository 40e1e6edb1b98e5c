using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NemoBot.Web.Files;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Security;

/// <summary>Every request of the web chat passes here: who asks, from where, under which name; and what went wrong is told in one form.</summary>
internal sealed partial class Gate(HostCheck hosts, AccessCheck access, ILogger<Gate> logger)
{
    /// <summary>Wraps an address that needs signing in.</summary>
    public RequestDelegate Guard(RequestDelegate next, bool isFile = false) => context =>
        RunAsync(context, next, isFile, mustSignIn: true);

    /// <summary>Wraps an address that is open to everyone who may talk to the bot at all: the page's own files, signing in.</summary>
    public RequestDelegate Open(RequestDelegate next, bool isFile = false) => context =>
        RunAsync(context, next, isFile, mustSignIn: false);

    private async Task RunAsync(HttpContext context, RequestDelegate next, bool isFile, bool mustSignIn)
    {
        SecurityHeaders.Apply(context.Response, isFile);
        try
        {
            Check(context, mustSignIn);
            await next(context);
        }
        catch (ProblemException problem) when (!context.Response.HasStarted)
        {
            await context.Response.WriteProblemAsync(problem);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away: nobody is left to answer.
        }
        catch (IOException error) when (!context.Response.HasStarted && DiskSpace.IsFull(error))
        {
            LogDiskFull(error);
            await context.Response.WriteProblemAsync(new ProblemException(StatusCodes.Status507InsufficientStorage, Problem.DiskFull));
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(error, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "");
            await context.Response.WriteProblemAsync(new ProblemException(StatusCodes.Status500InternalServerError, Problem.Failed));
        }
    }

    private void Check(HttpContext context, bool mustSignIn)
    {
        if (access.IsOpen && !HostCheck.IsLocal(context))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, Problem.LoopbackOnly);
        }

        if (!hosts.IsKnownHost(context))
        {
            throw new ProblemException(StatusCodes.Status421MisdirectedRequest, Problem.WrongHost);
        }

        if (!OriginCheck.IsAllowed(context.Request))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, Problem.OtherSite);
        }

        if (mustSignIn && !access.IsAllowed(context.Request))
        {
            throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.SignIn);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk with the files of the web chat is full")]
    private partial void LogDiskFull(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The web chat could not answer {Method} {Endpoint}")]
    private partial void LogFailed(Exception error, string method, string endpoint);
}
