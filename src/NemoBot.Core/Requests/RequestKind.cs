namespace NemoBot.Core.Requests;

/// <summary>The kind of a request.</summary>
internal enum RequestKind
{
    /// <summary>A command by name, whether it was typed, picked or said in words ("导出").</summary>
    Command,

    /// <summary>Words or files for the backend.</summary>
    Prompt,
}
