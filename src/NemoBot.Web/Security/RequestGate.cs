using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Security;

/// <summary>Checks every request of the web chat (peer, host, origin, token) and writes all errors in one form.</summary>
internal sealed partial class RequestGate(HostCheck hosts, AccessCheck access, ILogger<RequestGate> logger)
{
    /// <summary>Wraps a handler that requires a sign-in.</summary>
    public RequestDelegate Guard(RequestDelegate next, bool isFile = false) => context =>
        RunAsync(context, next, isFile, mustSignIn: true);

    /// <summary>Wraps a handler that requires no sign-in: the page's assets and signing in itself.</summary>
    public RequestDelegate Open(RequestDelegate next, bool isFile = false) => context =>
        RunAsync(context, next, isFile, mustSignIn: false);

    /// <summary>
    /// Checks a request to an operator's page. Programs on this machine need no token (a health check has none); everyone else, including
    /// whoever comes through a reverse proxy, is checked like a visitor of the chat.
    /// </summary>
    /// <returns>False if the request was refused; the error has been written then.</returns>
    public async Task<bool> TryAdmitAsync(HttpContext context)
    {
        if (HostCheck.IsDirectLocal(context))
        {
            return true;
        }

        var admitted = false;
        await RunAsync(
            context,
            _ =>
            {
                admitted = true;
                return Task.CompletedTask;
            },
            isFile: false,
            mustSignIn: true);
        return admitted;
    }

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
            // The client disconnected.
        }
        catch (IOException error) when (!context.Response.HasStarted && DiskErrors.IsFull(error))
        {
            LogDiskFull(error);
            await context.Response.WriteProblemAsync(new ProblemException(StatusCodes.Status507InsufficientStorage, Problem.DiskFull));
        }
        catch (VaultException error)
        {
            LogVault(error.Message);
            await EndAsync(context);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(error, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "");
            await context.Response.WriteProblemAsync(new ProblemException(StatusCodes.Status500InternalServerError, Problem.Failed));
        }
    }

    private static async Task EndAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            // The client must not take the part that it has for the whole file.
            context.Abort();
            return;
        }

        await context.Response.WriteProblemAsync(new ProblemException(StatusCodes.Status503ServiceUnavailable, Problem.FilesOutOfReach));
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

        if (mustSignIn && !access.IsAllowed(context))
        {
            throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.SignIn);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk of the web chat's files is full")]
    private partial void LogDiskFull(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of the web chat could not be read or kept. {Reason}")]
    private partial void LogVault(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The web chat failed on {Method} {Endpoint}")]
    private partial void LogFailed(Exception error, string method, string endpoint);
}
