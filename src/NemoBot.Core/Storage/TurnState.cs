namespace NemoBot.Core.Storage;

/// <summary>The state of a turn.</summary>
public enum TurnState
{
    /// <summary>Stored, waiting in its queue.</summary>
    Queued,

    /// <summary>Being worked on; nothing has been sent to the backend that must not be sent twice.</summary>
    Running,

    /// <summary>Marked before its message was posted to the backend: it is never posted again.</summary>
    Sent,

    /// <summary>The backend has finished; a render may continue under its own record.</summary>
    Done,

    /// <summary>Ended with an error that its author has seen.</summary>
    Failed,

    /// <summary>Cancelled by a person.</summary>
    Cancelled,

    /// <summary>Replaced by another turn that ran it again.</summary>
    Replaced,

    /// <summary>Held until a person decides (credits, an old request after a restart).</summary>
    Held,
}
