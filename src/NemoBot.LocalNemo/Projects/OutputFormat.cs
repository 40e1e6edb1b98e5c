namespace NemoBot.LocalNemo.Projects;

/// <summary>What a render makes.</summary>
internal enum OutputFormat
{
    /// <summary>Video: H.264 and AAC.</summary>
    Mp4,

    /// <summary>Animated picture without sound.</summary>
    Gif,

    /// <summary>Sound only.</summary>
    Mp3,

    /// <summary>Sound only.</summary>
    M4a,

    /// <summary>The captions as a SubRip file.</summary>
    Srt,

    /// <summary>The captions as a WebVTT file.</summary>
    Vtt,
}
