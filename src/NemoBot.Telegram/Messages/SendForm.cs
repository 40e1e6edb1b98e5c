using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>What of a message's trimmings is used. A refusal because of one of them takes that one away and no more.</summary>
/// <param name="Html">Escaped markup; otherwise plain.</param>
/// <param name="Topic">Into its topic; otherwise into the same chat's main stream.</param>
/// <param name="Reply">Hanging below the message it answers.</param>
internal sealed record SendForm(bool Html = true, bool Topic = true, bool Reply = true)
{
    /// <summary>The next form to try; null if the problem has another cause.</summary>
    public SendForm? After(TelegramApiException problem)
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
