namespace NemoBot.LocalNemo.Projects;

/// <summary>What of a picture is kept when edges are cut off to fill the frame.</summary>
public enum CropFocus
{
    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its left side.</summary>
    Left,

    /// <summary>Its right side.</summary>
    Right,

    /// <summary>Its upper part.</summary>
    Top,

    /// <summary>Its lower part.</summary>
    Bottom,
}
