namespace NemoBot.LocalNemo.Edits;

/// <summary>Things that come one after the other.</summary>
internal enum ItemKind
{
    /// <summary>Clips of the main material.</summary>
    Clip,

    /// <summary>Pictures of the slideshow.</summary>
    Slide,
}
