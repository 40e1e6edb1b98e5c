namespace NemoBot.LocalNemo.Projects;

/// <summary>Movement of a still picture.</summary>
internal enum Motion
{
    /// <summary>Still.</summary>
    None,

    /// <summary>Slowly closer.</summary>
    ZoomIn,

    /// <summary>Slowly away.</summary>
    ZoomOut,

    /// <summary>Slowly to the left.</summary>
    PanLeft,

    /// <summary>Slowly to the right.</summary>
    PanRight,

    /// <summary>Pulses with the beat.</summary>
    Beat,

    /// <summary>Round, and turns like a record.</summary>
    Spin,
}
