using System.Net;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>Maps responses of Discord to what the engine understands.</summary>
internal static class ResultMapper
{
    private static readonly TimeSpan ServerTrouble = TimeSpan.FromSeconds(5);

    /// <summary>Returns true if the bot may not write there, for whatever reason.</summary>
    public static bool IsForbidden(RestResponse response) => response.Code
        is ErrorCodes.MissingAccess or ErrorCodes.MissingPermissions or ErrorCodes.UnknownChannel or ErrorCodes.CannotWriteToUser;

    /// <summary>Returns true if the token of an interaction is no longer accepted: expired or used up.</summary>
    public static bool IsTokenSpent(RestResponse response) =>
        response.Status == HttpStatusCode.Unauthorized
        || response.Code is ErrorCodes.InvalidToken or ErrorCodes.UnknownWebhook or ErrorCodes.UnknownInteraction or ErrorCodes.TooManyFollowUps;

    /// <summary>Returns true if an edit has to become a new message.</summary>
    public static bool NeedsNewMessage(RestResponse response) =>
        response.Code is ErrorCodes.UnknownMessage or ErrorCodes.TooManyOldEdits or ErrorCodes.NotOwnMessage;

    /// <summary>Returns true if the message may be accepted without its reference.</summary>
    public static bool MayBeTheReference(RestResponse response) =>
        response.Code is ErrorCodes.InvalidForm or ErrorCodes.CannotReplyWithoutHistory or ErrorCodes.UnknownMessage;

    public static bool IsTooLarge(RestResponse response) =>
        response.Status == HttpStatusCode.RequestEntityTooLarge || response.Code == ErrorCodes.RequestTooLarge;

    /// <summary>Maps a failed edit. Edits are idempotent, so a server error may be retried without limit.</summary>
    public static DeliveryResult OfEdit(RestResponse response) => IsServerError(response) ? new DeliveryResult.RateLimited(ServerTrouble) : Of(response);

    /// <summary>Maps a failed send. A server error leaves open whether the message was posted.</summary>
    public static DeliveryResult OfSend(RestResponse response) => IsServerError(response) ? new DeliveryResult.Unknown() : Of(response);

    /// <summary>Maps a send without a response: only a connection that was never made proves that nothing was posted.</summary>
    public static DeliveryResult OfSend(HttpRequestException error) =>
        DiscordRest.WasNeverSent(error) ? new DeliveryResult.RateLimited(ServerTrouble) : new DeliveryResult.Unknown();

    /// <summary>Maps an edit without a response.</summary>
    public static DeliveryResult OfLostEdit() => new DeliveryResult.RateLimited(ServerTrouble);

    private static bool IsServerError(RestResponse response) => (int)response.Status >= 500;

    private static DeliveryResult Of(RestResponse response) => response switch
    {
        { Wait: { } wait } => new DeliveryResult.RateLimited(wait),
        { Status: HttpStatusCode.TooManyRequests } => new DeliveryResult.RateLimited(response.Limits.RetryAfter ?? ServerTrouble),
        _ when IsForbidden(response) || response.Status == HttpStatusCode.NotFound => new DeliveryResult.Gone(),
        _ => new DeliveryResult.Refused($"Discord answered {(int)response.Status} ({response.Code})."),
    };
}
