namespace NemoBot.Core.Media;

/// <summary>Why a media tool failed.</summary>
public enum MediaProblem
{
    /// <summary>FFmpeg is not installed or does not start.</summary>
    ToolMissing,

    /// <summary>The file is empty, cut off, or not what it says.</summary>
    Unreadable,

    /// <summary>A picture has more pixels than can be worked with.</summary>
    TooManyPixels,

    /// <summary>There is no space left on the disk.</summary>
    DiskFull,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>It needed more memory, or wrote more, than it may.</summary>
    OverLimit,

    /// <summary>It was ended from outside, or the system had no memory, handles or processes left to start it. Later it may work.</summary>
    Killed,

    /// <summary>The tool ended with an error.</summary>
    Failed,
}
