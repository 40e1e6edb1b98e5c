using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>Which optional parts a message is sent with. A refusal because of one of them drops that part only.</summary>
/// <param name="Html">As HTML; otherwise as plain text.</param>
/// <param name="Topic">Into its topic; otherwise into the main chat.</param>
/// <param name="Reply">As a reply.</param>
internal sealed record SendFallback(bool Html = true, bool Topic = true, bool Reply = true)
{
    /// <summary>What to try next; null if the problem has another cause.</summary>
    public SendFallback? After(TelegramApiException problem)
    {
        if (problem.IsParseError && Html)
        {
            return this with { Html = false };
        }

        if (problem.IsTopicGone && Topic)
        {
            return this with { Topic = false };
        }

        return problem.IsReplyGone && Reply ? this with { Reply = false } : null;
    }
}
