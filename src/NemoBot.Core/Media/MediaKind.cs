namespace NemoBot.Core.Media;

/// <summary>What a file is, by its content.</summary>
public enum MediaKind
{
    /// <summary>Nothing that can be used.</summary>
    Unknown,

    /// <summary>Sound, possibly with an embedded cover picture.</summary>
    Audio,

    /// <summary>Moving pictures, with or without sound.</summary>
    Video,

    /// <summary>A still picture.</summary>
    Image,

    /// <summary>Timed or plain text: subtitles, lyrics.</summary>
    Text,
}
