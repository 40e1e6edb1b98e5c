using System.Text.Json;
using NemoBot.LocalNemo.Http;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Talking: one message in, a stream of events out.</summary>
internal sealed partial class TalkEndpoint(
    Gate gate, UserStore users, SessionTurns turns, TurnRunner runner, LocalNemoOptions options, TimeProvider clock, ILogger<TalkEndpoint> log, CancellationToken stopping)
{
    private const string OutOfCredits = "Insufficient credits.";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/run_sse", RunAsync);

    private async Task RunAsync(HttpContext context)
    {
        var user = await gate.RequireUserAsync(context);
        using var body = await RequestBody.ReadObjectAsync(context);
        var text = ReadText(body.RootElement);
        var session = await gate.RequireSessionAsync(user, RequestBody.Text(body.RootElement, "session_id"), context.RequestAborted);
        await using var turn = await turns.TryBeginAsync(session, context.RequestAborted) ?? throw ApiException.Conflict("A request is already running on this session.");
        try
        {
            var stream = new AdkStream(context.Response, clock);
            if (await ChargeAsync(user, turn.Record, stream, context.RequestAborted))
            {
                await runner.RunAsync(turn, text, LanguageChoice.Asked(context.Request.Headers.AcceptLanguage), stream, context.RequestAborted, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more, and nothing was changed.
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            LogFailed(e);
            await new AdkStream(context.Response, clock).WriteErrorAsync(500, "The request could not be carried out.");
        }
    }

    /// <summary>Tells whether the turn is paid for.</summary>
    private async Task<bool> ChargeAsync(UserRecord user, SessionRecord session, AdkStream stream, CancellationToken cancellationToken)
    {
        var simulation = options.Simulation;
        var cost = session.Draft is null ? simulation.GenerationCost : simulation.EditCost;
        if (simulation.StartCredits is null || await users.TryChargeAsync(user.UserId, cost, cancellationToken))
        {
            return true;
        }

        if (!simulation.CreditErrorInStream)
        {
            throw new ApiException(StatusCodes.Status200OK, 2001, OutOfCredits);
        }

        await stream.BeginAsync();
        await stream.WriteErrorAsync(2001, OutOfCredits);
        return false;
    }

    private string ReadText(JsonElement body)
    {
        if (RequestBody.Text(body, "app_name") != "nemo_agent" || RequestBody.Text(body, "user_id") != "me")
        {
            throw ApiException.BadRequest("app_name must be nemo_agent and user_id must be me.");
        }

        if (!body.TryGetProperty("new_message", out var message) || message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("parts", out var parts) || parts.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadRequest("new_message.parts is required.");
        }

        var text = string.Join('\n', parts.EnumerateArray().Select(p => RequestBody.Text(p, "text")).OfType<string>());
        return text.Length <= options.MaxTextLength
            ? text : throw ApiException.BadRequest($"The message is longer than {options.MaxTextLength} characters. Please make it shorter.");
    }

    [LoggerMessage(LogLevel.Error, "A turn failed.")]
    private partial void LogFailed(Exception exception);
}
