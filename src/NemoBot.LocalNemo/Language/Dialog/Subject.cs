namespace NemoBot.LocalNemo.Language.Dialog;

/// <summary>What a clause is about.</summary>
internal enum Subject
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>A title.</summary>
    Title,

    /// <summary>The captions.</summary>
    Captions,

    /// <summary>What is behind everything.</summary>
    Background,

    /// <summary>The picture of the sound.</summary>
    Visual,

    /// <summary>The logo.</summary>
    Logo,

    /// <summary>The pictures of a slideshow.</summary>
    Slides,

    /// <summary>Background music.</summary>
    Music,

    /// <summary>The main sound.</summary>
    Voice,

    /// <summary>The video as a whole.</summary>
    Video,

    /// <summary>The bar that fills with playing time.</summary>
    Progress,
}
