namespace NemoBot.LocalNemo.Projects;

/// <summary>What the background is made from.</summary>
public enum BackgroundKind
{
    /// <summary>One color.</summary>
    Color,

    /// <summary>Two colors, from top to bottom.</summary>
    Gradient,

    /// <summary>An uploaded picture; an animated one or a video loops to the end.</summary>
    Image,

    /// <summary>The cover embedded in the sound file.</summary>
    Cover,

    /// <summary>The clips' own moving picture.</summary>
    Video,
}
