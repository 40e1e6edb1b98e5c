namespace NemoBot.LocalNemo.Projects;

/// <summary>Vertical position in the frame.</summary>
public enum VerticalPlace
{
    /// <summary>In the upper part.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>In the lower part.</summary>
    Bottom,
}
