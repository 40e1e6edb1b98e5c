namespace NemoBot.LocalNemo.Projects;

/// <summary>Where something is shown from left to right.</summary>
public enum HorizontalPlace
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right edge.</summary>
    Right,
}
