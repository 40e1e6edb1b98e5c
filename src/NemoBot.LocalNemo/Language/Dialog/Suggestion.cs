namespace NemoBot.LocalNemo.Language.Dialog;

/// <summary>Something that can be asked for instead. The words are in the phrase tables in both languages.</summary>
internal enum Suggestion
{
    /// <summary>A title.</summary>
    Title,

    /// <summary>Captions from speech.</summary>
    Captions,

    /// <summary>Another color behind.</summary>
    Background,

    /// <summary>Another picture of the sound.</summary>
    Visual,

    /// <summary>Shorter pauses.</summary>
    Silence,

    /// <summary>A brighter look.</summary>
    Brighter,

    /// <summary>Background music.</summary>
    Music,

    /// <summary>A part of the video.</summary>
    Trim,

    /// <summary>Another shape.</summary>
    Portrait,

    /// <summary>A slow zoom.</summary>
    Zoom,

    /// <summary>The version before.</summary>
    Undo,

    /// <summary>A box behind the title.</summary>
    Plate,

    /// <summary>Denoising.</summary>
    Denoise,

    /// <summary>A slideshow of the pictures.</summary>
    Slideshow,

    /// <summary>The logo in a corner.</summary>
    Logo,

    /// <summary>The loudness for speech or music.</summary>
    Loudness,

    /// <summary>The best part.</summary>
    Highlight,
}
