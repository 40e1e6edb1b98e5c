namespace NemoBot.LocalNemo.Store;

/// <summary>State of a render.</summary>
internal enum RenderPhase
{
    /// <summary>Waits.</summary>
    Pending,

    /// <summary>Is being made.</summary>
    Processing,

    /// <summary>Is done.</summary>
    Completed,

    /// <summary>Could not be made.</summary>
    Failed,

    /// <summary>Is not wanted any more.</summary>
    Cancelled,
}
