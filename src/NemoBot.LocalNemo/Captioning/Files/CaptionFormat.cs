namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>The format of a caption file.</summary>
internal enum CaptionFormat
{
    /// <summary>SubRip.</summary>
    Srt,

    /// <summary>WebVTT.</summary>
    Vtt,

    /// <summary>Lyrics with times.</summary>
    Lrc,

    /// <summary>Advanced SubStation Alpha, or its predecessor SSA.</summary>
    Ass,

    /// <summary>Plain lines.</summary>
    Text,
}
