namespace NemoBot.LocalNemo.Projects;

/// <summary>How captions are drawn.</summary>
public enum CaptionStyle
{
    /// <summary>Outlined text near the bottom.</summary>
    Classic,

    /// <summary>Few large bold words, for vertical video.</summary>
    Big,

    /// <summary>The current word is highlighted.</summary>
    Karaoke,

    /// <summary>Text on a plate.</summary>
    Box,
}
