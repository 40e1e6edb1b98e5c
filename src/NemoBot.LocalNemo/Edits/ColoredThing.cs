namespace NemoBot.LocalNemo.Edits;

/// <summary>Something that has a color, or can be given one.</summary>
internal enum ColoredThing
{
    /// <summary>The title that was added last.</summary>
    Title,

    /// <summary>The captions.</summary>
    Captions,

    /// <summary>The drawn sound.</summary>
    Visual,

    /// <summary>The progress bar.</summary>
    Progress,

    /// <summary>What is behind everything.</summary>
    Background,

    /// <summary>The cover, or another picture.</summary>
    Picture,
}
