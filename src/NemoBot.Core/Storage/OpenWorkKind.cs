namespace NemoBot.Core.Storage;

/// <summary>What can be open in a conversation.</summary>
public enum OpenWorkKind
{
    /// <summary>A message that is not answered yet.</summary>
    Turn,

    /// <summary>A video that is not posted yet.</summary>
    Render,

    /// <summary>The end of a status message that is not shown yet.</summary>
    Reply,
}
