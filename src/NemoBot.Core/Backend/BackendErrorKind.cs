namespace NemoBot.Core.Backend;

/// <summary>What went wrong, as far as the user or the next step is concerned.</summary>
public enum BackendErrorKind
{
    /// <summary>Something this list does not know.</summary>
    Other,

    /// <summary>The token is not taken and could not be renewed (1001, 1010, 1011, HTTP 401).</summary>
    BadToken,

    /// <summary>The session is gone (1002).</summary>
    SessionNotFound,

    /// <summary>No credits left (2001).</summary>
    OutOfCredits,

    /// <summary>The plan does not include export (402). Not a matter of credits.</summary>
    ExportBlocked,

    /// <summary>The file's type is not taken (4001).</summary>
    UnsupportedFile,

    /// <summary>The file is too large (4002).</summary>
    FileTooLarge,

    /// <summary>Too many requests, also after the wait that was asked for (429).</summary>
    RateLimited,

    /// <summary>The id of a render was used before.</summary>
    DuplicateId,

    /// <summary>The service answers with errors or not at all (5xx, network).</summary>
    Unavailable,

    /// <summary>The request provably never reached the service: it may be sent again.</summary>
    NeverSent,

    /// <summary>The answer was not what the contract says.</summary>
    Malformed,

    /// <summary>The service's disk is full, so it accepted nothing (507). Repeating at once does not help.</summary>
    OutOfSpace,

    /// <summary>There is no file at a link, or not any more (4011).</summary>
    LinkGone,

    /// <summary>A link opens only after signing in, or has expired (4012).</summary>
    LinkDenied,

    /// <summary>The server of a link does not answer or broke off (4013).</summary>
    LinkUnanswered,

    /// <summary>A link leads to a web page (4014).</summary>
    LinkPage,

    /// <summary>The embedded studio has no FFmpeg (5031). Repeating does not help.</summary>
    NoTools,

    /// <summary>The answer is larger, or nested deeper, than is read. Asking again does not help.</summary>
    Oversized,
}
