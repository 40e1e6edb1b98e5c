using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>What became of one paced call; exactly one of the three is set.</summary>
/// <param name="Done">It was taken: the message that is there now.</param>
/// <param name="Verdict">It was not, and nothing the sender could change would help.</param>
/// <param name="Problem">It was refused for what it says: the sender may try another form.</param>
internal sealed record CallOutcome(MessageRef? Done, DeliveryResult? Verdict = null, TelegramApiException? Problem = null)
{
    /// <summary>The outcome as the engine wants it.</summary>
    public DeliveryResult Result => Done is not null
        ? new DeliveryResult.Delivered(Done)
        : Verdict ?? new DeliveryResult.Refused(Problem?.Description ?? "unknown");
}
