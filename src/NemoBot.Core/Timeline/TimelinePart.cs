namespace NemoBot.Core.Timeline;

/// <summary>What a generated video can be kept without.</summary>
internal enum TimelinePart
{
    /// <summary>The sound that was put under it.</summary>
    Music,

    /// <summary>The words on the picture.</summary>
    Title,

    /// <summary>Everything that is neither picture, sound nor words.</summary>
    Effects,
}
