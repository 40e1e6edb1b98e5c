using System.Globalization;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Tokens and credits.</summary>
internal sealed class AccountEndpoints(Gate gate, UserStore users, LocalNemoOptions options)
{
    private const int ClientIdLength = 64;
    private const int ClaimSeconds = 7 * 24 * 3600;

    /// <summary>Balance reported when nothing is charged.</summary>
    private const long Plenty = 1_000_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/auth/anonymous-token", IssueTokenAsync);
        routes.MapPost("/api/auth/claim-token", ClaimAsync);
        routes.MapGet("/api/credits/balance/simple", ShowCreditsAsync);
    }

    private async Task IssueTokenAsync(HttpContext context)
    {
        var client = context.Request.Headers["X-Client-Id"].ToString().Trim();
        if (client.Length is 0 or > ClientIdLength)
        {
            throw ApiException.BadRequest("X-Client-Id is required and has at most 64 characters.");
        }

        var (user, token, expires) = await users.IssueAsync(client, context.RequestAborted);
        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteString("token", token);
            json.WriteString("user_id", user.UserId);
            json.WriteNumber("credits", CreditsOf(user));
            json.WriteString("expires_at", expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        });
    }

    private async Task ClaimAsync(HttpContext context)
    {
        var user = await gate.RequireUserAsync(context);
        using var body = await RequestBody.ReadObjectAsync(context);
        var session = await gate.RequireSessionAsync(user, RequestBody.Text(body.RootElement, "session_id"), context.RequestAborted);
        if (RequestBody.Text(body.RootElement, "task_id") != session.Record.TaskId)
        {
            throw ApiException.NotFound("The task does not belong to the session.");
        }

        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteString("claim_token", "clm_" + Guid.NewGuid().ToString("N"));
            json.WriteNumber("expires_in", ClaimSeconds);
        });
    }

    private async Task ShowCreditsAsync(HttpContext context)
    {
        var credits = CreditsOf(await gate.RequireUserAsync(context));
        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteNumber("available", credits);
            json.WriteNumber("frozen", 0);
            json.WriteNumber("total", credits);
        });
    }

    private long CreditsOf(UserRecord user) => options.Simulation.StartCredits is null ? Plenty : user.Credits;
}
