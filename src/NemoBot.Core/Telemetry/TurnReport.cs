using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Telemetry;

/// <summary>Logs and measures each turn that ended: who, what kind, how long, at what cost; never what was said.</summary>
internal sealed partial class TurnReport(TimeProvider clock, ILogger<TurnReport> logger)
{
    private const int IdLength = 5;

    public void Ended(TurnRecord turn, Request request)
    {
        var platform = turn.Message.Conversation.Platform;
        var state = turn.State.ToString().ToLowerInvariant();
        var duration = (turn.EndedAt ?? clock.GetUtcNow()) - turn.CreatedAt;
        var cost = turn is { CreditsBefore: { } before, CreditsAfter: { } after } ? Math.Max(0, before - after) : 0;
        BotMetrics.TurnEnded(platform, state, duration);
        if (cost > 0)
        {
            BotMetrics.CreditsUsed(platform, cost);
        }

        var (user, kind, seconds) = (Hide(platform, turn.Message.Author.Id), KindOf(turn, request), Math.Round(duration.TotalSeconds, 1));
        LogEnded(logger, turn.Id, state, platform, user, kind, seconds, cost);
    }

    /// <summary>The same for one person at all times, without telling who it is.</summary>
    public static string Hide(string platform, string author) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{platform}:{author}"))[..IdLength]);

    private static string KindOf(TurnRecord turn, Request request) =>
        request.Command is { Length: > 0 } command ? "/" + command
        : turn.Message.ActionId is not null ? "button"
        : turn.Message.Attachments.Count > 0 ? $"prompt with {turn.Message.Attachments.Count} files" : "prompt";

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Turn} {State}: {Platform} user {User}, {Kind}, {Seconds} s, {Credits} credits")]
    private static partial void LogEnded(
        ILogger logger, long turn, string state, string platform, string user, string kind, double seconds, long credits);
}
