namespace NemoBot.Web.Replies;

/// <summary>What can be wrong with a request. The member's name is the <c>code</c> of the answer and the key of its sentence.</summary>
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
    DiskFull,
    Busy,
    BudgetSpent,
    NotReady,
    Failed,
    SignIn,
    WrongToken,
    TooManyAttempts,
    OtherSite,
    WrongHost,
    LoopbackOnly,
}
