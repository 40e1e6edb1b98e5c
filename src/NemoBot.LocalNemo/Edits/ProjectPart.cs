namespace NemoBot.LocalNemo.Edits;

/// <summary>What can be set back by itself.</summary>
internal enum ProjectPart
{
    /// <summary>The colors of texts, of the drawn sound and of a plain background.</summary>
    Colors,

    /// <summary>The texts: words, looks, places and times.</summary>
    Titles,

    /// <summary>The drawn sound.</summary>
    Visual,

    /// <summary>What is behind everything.</summary>
    Background,

    /// <summary>The music below the main sound.</summary>
    Music,

    /// <summary>Shape and size of the picture.</summary>
    Canvas,
}
