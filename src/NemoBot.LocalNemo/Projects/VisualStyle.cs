namespace NemoBot.LocalNemo.Projects;

/// <summary>How the sound is drawn.</summary>
public enum VisualStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Bars that follow the loudness of this moment.</summary>
    Bars,

    /// <summary>A line wave.</summary>
    Line,

    /// <summary>Bars by frequency.</summary>
    Spectrum,

    /// <summary>Bars by frequency, mirrored at a middle line.</summary>
    MirroredBars,

    /// <summary>Rays around the picture in the middle.</summary>
    Circle,

    /// <summary>Stacks of blocks by frequency.</summary>
    Blocks,

    /// <summary>Dots thrown up by the sound.</summary>
    Particles,
}
