namespace NemoBot.LocalNemo.Projects;

/// <summary>A corner of the frame.</summary>
internal enum Corner
{
    /// <summary>Upper left.</summary>
    TopLeft,

    /// <summary>Upper right.</summary>
    TopRight,

    /// <summary>Lower left.</summary>
    BottomLeft,

    /// <summary>Lower right.</summary>
    BottomRight,
}
