namespace NemoBot.Core.Backend;

/// <summary>The state of a render.</summary>
public enum RenderState
{
    /// <summary>Accepted, not begun.</summary>
    Pending,

    /// <summary>Being made.</summary>
    Processing,

    /// <summary>Done; there is something to download.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
