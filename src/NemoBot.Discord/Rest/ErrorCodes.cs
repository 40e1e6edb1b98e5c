namespace NemoBot.Discord.Rest;

/// <summary>The error codes of Discord the bot reacts to.</summary>
internal static class ErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;

    /// <summary>Too many edits of a message older than an hour. Arrives as a 429, but waiting does not help.</summary>
    public const int TooManyOldEdits = 30046;

    public const int RequestTooLarge = 40005;
    public const int TooManyFollowUps = 40094;
    public const int MissingAccess = 50001;
    public const int NotOwnMessage = 50005;
    public const int CannotWriteToUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidToken = 50027;
    public const int InvalidForm = 50035;
    public const int ThreadIsArchived = 50083;
    public const int CannotReplyWithoutHistory = 160002;
    public const int ThreadExists = 160004;
}
