namespace NemoBot.Telegram.Files;

/// <summary>The kind of message that a file is sent as.</summary>
internal enum FileKind
{
    /// <summary>Plays in the chat.</summary>
    Video,

    /// <summary>Shown in the chat, compressed by the service.</summary>
    Photo,

    /// <summary>For download, byte for byte.</summary>
    Document,
}
