namespace NemoBot.Core.Rendering;

/// <summary>Why a render was stopped before its end.</summary>
internal enum RenderStop
{
    /// <summary>It was not stopped; if the process ends, the next one continues it.</summary>
    None,

    /// <summary>A person cancelled it.</summary>
    Cancelled,

    /// <summary>A newer version is to be rendered.</summary>
    Superseded,

    /// <summary>Another process continues it.</summary>
    Abandoned,

    /// <summary>The conversation is gone or was forgotten.</summary>
    Gone,
}
