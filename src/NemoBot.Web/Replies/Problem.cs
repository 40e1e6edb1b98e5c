namespace NemoBot.Web.Replies;

/// <summary>The errors of the API. The member's name is the <c>code</c> of the response and the key of its message.</summary>
internal enum Problem
{
    BadChannel,
    BadRequest,
    BadUser,
    EmptyMessage,
    TextTooLong,
    TooManyFiles,
    TooLarge,
    WrongType,
    SecretInMessage,
    NotFound,
    FileGone,
    FilesOutOfReach,
    DiskFull,
    Busy,
    BudgetSpent,
    NotAllowed,
    NotReady,
    Failed,
    SignIn,
    WrongToken,
    TooManyAttempts,
    OtherSite,
    WrongHost,
    LoopbackOnly,
}
