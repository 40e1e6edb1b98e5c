namespace NemoBot.Core.Storage;

/// <summary>Where a turn stands.</summary>
public enum TurnState
{
    /// <summary>Written, waiting in its lane.</summary>
    Queued,

    /// <summary>Being worked on; nothing has been sent to the backend that must not be sent twice.</summary>
    Running,

    /// <summary>Marked before its message was posted to the backend: it is never posted again.</summary>
    Sent,

    /// <summary>The backend has finished; a render may still go on under its own record.</summary>
    Done,

    /// <summary>Ended with an error that the user was told.</summary>
    Failed,

    /// <summary>Ended by somebody.</summary>
    Cancelled,

    /// <summary>Run again as another turn, which took its place.</summary>
    Replaced,

    /// <summary>Held back until somebody decides (credits, an old request after a restart).</summary>
    Held,
}
