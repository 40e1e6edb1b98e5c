namespace NemoBot.Telegram.Files;

/// <summary>As what a file is posted.</summary>
internal enum FileKind
{
    /// <summary>Plays in the chat.</summary>
    Video,

    /// <summary>Shown in the chat, compressed by the service.</summary>
    Photo,

    /// <summary>To be downloaded, byte for byte.</summary>
    Document,
}
