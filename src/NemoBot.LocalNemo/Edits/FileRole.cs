namespace NemoBot.LocalNemo.Edits;

/// <summary>What a file is used for.</summary>
internal enum FileRole
{
    /// <summary>The main sound or video, in place of what was there.</summary>
    Main,

    /// <summary>Main material after what is there.</summary>
    Append,

    /// <summary>Sound that plays alone before what is there.</summary>
    Intro,

    /// <summary>Sound that plays alone after what is there.</summary>
    Outro,

    /// <summary>The sound of the video in place of its own.</summary>
    Voice,

    /// <summary>Background music.</summary>
    Music,

    /// <summary>The background picture or video.</summary>
    Background,

    /// <summary>A picture of the slideshow.</summary>
    Slide,

    /// <summary>A logo in a corner.</summary>
    Logo,

    /// <summary>A caption or lyrics file.</summary>
    Captions,
}
