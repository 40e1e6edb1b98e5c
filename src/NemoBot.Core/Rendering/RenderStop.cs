namespace NemoBot.Core.Rendering;

/// <summary>Why a render was stopped before its end.</summary>
internal enum RenderStop
{
    /// <summary>It was not: the process ends and the next one goes on.</summary>
    None,

    /// <summary>Somebody pressed Cancel.</summary>
    Cancelled,

    /// <summary>A newer version is to be rendered.</summary>
    Superseded,

    /// <summary>The conversation is gone or was forgotten.</summary>
    Gone,
}
