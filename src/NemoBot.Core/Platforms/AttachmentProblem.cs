namespace NemoBot.Core.Platforms;

/// <summary>Why an attachment cannot be loaded.</summary>
public enum AttachmentProblem
{
    /// <summary>Larger than the platform lets a bot download.</summary>
    TooLarge,

    /// <summary>Deleted or expired.</summary>
    Gone,

    /// <summary>The platform did not answer; a retry may succeed.</summary>
    Unreachable,
}
