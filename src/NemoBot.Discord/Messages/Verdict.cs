using System.Net;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>What an answer of Discord means to the engine.</summary>
internal static class Verdict
{
    private static readonly TimeSpan ServerTrouble = TimeSpan.FromSeconds(5);

    /// <summary>True if the bot may not write there, by whatever rule.</summary>
    public static bool IsShutOut(RestAnswer answer) => answer.Code
        is ErrorCodes.MissingAccess or ErrorCodes.MissingPermissions or ErrorCodes.UnknownChannel or ErrorCodes.CannotWriteToUser;

    /// <summary>True if the token of an interaction carries nothing any more: too old, or used up.</summary>
    public static bool IsTokenSpent(RestAnswer answer) =>
        answer.Status == HttpStatusCode.Unauthorized
        || answer.Code is ErrorCodes.InvalidToken or ErrorCodes.UnknownWebhook or ErrorCodes.UnknownInteraction or ErrorCodes.TooManyFollowUps;

    /// <summary>True if an edit has to become a new message.</summary>
    public static bool NeedsNewMessage(RestAnswer answer) =>
        answer.Code is ErrorCodes.UnknownMessage or ErrorCodes.TooManyOldEdits or ErrorCodes.NotOwnMessage;

    /// <summary>True if a message may pass once it answers nothing.</summary>
    public static bool MayBeTheReference(RestAnswer answer) =>
        answer.Code is ErrorCodes.InvalidForm or ErrorCodes.CannotReplyWithoutHistory or ErrorCodes.UnknownMessage;

    public static bool IsTooLarge(RestAnswer answer) =>
        answer.Status == HttpStatusCode.RequestEntityTooLarge || answer.Code == ErrorCodes.RequestTooLarge;

    /// <summary>For everything that is no success and not too large.</summary>
    public static DeliveryResult Of(RestAnswer answer) => answer switch
    {
        { Wait: { } wait } => new DeliveryResult.RateLimited(wait),
        { Status: HttpStatusCode.TooManyRequests } => new DeliveryResult.RateLimited(answer.Limits.RetryAfter ?? ServerTrouble),
        _ when (int)answer.Status >= 500 => new DeliveryResult.RateLimited(ServerTrouble),
        _ when IsShutOut(answer) || answer.Status == HttpStatusCode.NotFound => new DeliveryResult.Gone(),
        _ => new DeliveryResult.Refused($"Discord answered {(int)answer.Status} ({answer.Code})."),
    };

    /// <summary>Discord could not be reached, after all repetitions.</summary>
    public static DeliveryResult Unreachable() => new DeliveryResult.RateLimited(ServerTrouble);
}
