using System.Net.Http.Headers;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Who is asking, and may they.</summary>
internal sealed class Gate(UserStore users, SessionStore sessions)
{
    private static readonly string[] SkillHeaders = ["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"];

    /// <summary>The user whose token the request carries.</summary>
    public async Task<UserRecord> RequireUserAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return AuthenticationHeaderValue.TryParse(header, out var value) && value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && await users.FindAsync(value.Parameter ?? "", context.RequestAborted) is { } user ? user : throw ApiException.BadToken();
    }

    /// <summary>A session of that user.</summary>
    public async Task<Session> RequireSessionAsync(UserRecord user, string? sessionId, CancellationToken cancellationToken) =>
        await sessions.FindAsync(sessionId ?? "", user.UserId, cancellationToken) ?? throw ApiException.NoSession();

    /// <summary>Export is closed to requests that do not say which skill they come from.</summary>
    public static void RequireSkill(HttpContext context)
    {
        if (SkillHeaders.Any(h => string.IsNullOrWhiteSpace(context.Request.Headers[h].ToString())))
        {
            throw new ApiException(StatusCodes.Status402PaymentRequired, 402, "Export is blocked: the X-Skill-* headers are missing.");
        }
    }
}
