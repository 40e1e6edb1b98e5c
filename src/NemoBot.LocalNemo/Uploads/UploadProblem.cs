namespace NemoBot.LocalNemo.Uploads;

/// <summary>Why a file is not taken.</summary>
internal enum UploadProblem
{
    /// <summary>Empty, cut off, or of a type that is not taken.</summary>
    Unsupported,

    /// <summary>Larger than the limit.</summary>
    TooLarge,

    /// <summary>The address leads nowhere or where it may not lead.</summary>
    BadLink,

    /// <summary>The server has no file at the address.</summary>
    LinkGone,

    /// <summary>The server gives the file to nobody who is not signed in, or not any more.</summary>
    LinkDenied,

    /// <summary>The server does not answer, or broke off.</summary>
    LinkUnanswered,

    /// <summary>There is a web page at the address.</summary>
    LinkPage,

    /// <summary>The disk is full.</summary>
    NoSpace,

    /// <summary>FFmpeg is not there.</summary>
    NoTools,

    /// <summary>The machine has no memory, handles or processes left to look into it.</summary>
    NotNow,
}
