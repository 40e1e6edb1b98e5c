namespace NemoBot.LocalNemo.Projects;

/// <summary>What lies behind everything.</summary>
public enum BackgroundKind
{
    /// <summary>One colour.</summary>
    Color,

    /// <summary>Two colours, from top to bottom.</summary>
    Gradient,

    /// <summary>An uploaded picture, filling the frame.</summary>
    Image,

    /// <summary>The cover inside the sound file: sharp in the middle, blurred behind.</summary>
    Cover,

    /// <summary>The clips' own moving picture.</summary>
    Video,
}
