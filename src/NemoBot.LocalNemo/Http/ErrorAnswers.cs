using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Http;

/// <summary>Turns failures into answers.</summary>
internal sealed partial class ErrorAnswers(ILogger<ErrorAnswers> log)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ApiException e) when (!context.Response.HasStarted)
        {
            await Envelope.WriteErrorAsync(context, e.Status, e.Code, e.Message);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            var tooLarge = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await Envelope.WriteErrorAsync(
                context, e.StatusCode, tooLarge ? 4002 : 400, tooLarge ? "The request is too large." : "The request is broken.");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (IOException e) when (!context.Response.HasStarted && DiskErrors.IsFull(e))
        {
            LogFailed(e);
            var full = ApiException.NoSpace();
            await Envelope.WriteErrorAsync(context, full.Status, full.Code, full.Message);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogFailed(e);
            await Envelope.WriteErrorAsync(context, StatusCodes.Status500InternalServerError, 500, "The server had a problem. Please try again.");
        }
    }

    [LoggerMessage(LogLevel.Error, "A request failed.")]
    private partial void LogFailed(Exception exception);
}
