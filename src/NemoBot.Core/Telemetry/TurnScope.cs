using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Telemetry;

/// <summary>The scope of log lines that belong to a turn.</summary>
internal static class TurnScope
{
    public static IDisposable? BeginTurn(this ILogger logger, ConversationKey conversation, long turn) =>
        logger.BeginScope(new KeyValuePair<string, object>[]
        {
            new("Conversation", $"{conversation.Platform}:{TurnReport.Hide(conversation.Platform, conversation.ToString())}"),
            new("Turn", turn),
        });
}
