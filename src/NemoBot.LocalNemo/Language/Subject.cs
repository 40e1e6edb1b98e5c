namespace NemoBot.LocalNemo.Language;

/// <summary>What a clause is about.</summary>
internal enum Subject
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>A title.</summary>
    Title,

    /// <summary>What lies behind.</summary>
    Background,

    /// <summary>The picture of the sound.</summary>
    Visual,

    /// <summary>Music below.</summary>
    Music,

    /// <summary>The main sound.</summary>
    Voice,

    /// <summary>The video as a whole.</summary>
    Video,
}
