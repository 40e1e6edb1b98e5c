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

    /// <summary>The disk is full.</summary>
    NoSpace,

    /// <summary>FFmpeg is not there.</summary>
    NoTools,
}
