using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;

namespace NemoBot.Telegram.Messages;

/// <summary>The outcome of one paced call; exactly one of the three is set.</summary>
/// <param name="Done">Success: the message as it is now.</param>
/// <param name="Failure">A failure that no other form of the message would change.</param>
/// <param name="Problem">A refusal of this message: the sender may try another form.</param>
internal sealed record CallOutcome(MessageRef? Done, DeliveryResult? Failure = null, TelegramApiException? Problem = null)
{
    /// <summary>The outcome for the engine.</summary>
    public DeliveryResult Result => Done is not null
        ? new DeliveryResult.Delivered(Done)
        : Failure ?? new DeliveryResult.Refused(Problem?.Description ?? "unknown");

    /// <summary>A failure.</summary>
    public static CallOutcome Failed(DeliveryResult failure) => new(null, failure);
}
