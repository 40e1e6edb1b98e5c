namespace NemoBot.LocalNemo.Projects;

/// <summary>How a picture of another shape fits the canvas.</summary>
public enum PictureFit
{
    /// <summary>Fills the canvas if hardly anything is lost, otherwise a card.</summary>
    Auto,

    /// <summary>Fills the canvas; edges are cut off.</summary>
    Crop,

    /// <summary>Whole picture over a blurred copy of itself.</summary>
    Blur,

    /// <summary>Whole picture between black bars.</summary>
    Letterbox,

    /// <summary>Whole picture with rounded corners, clear of titles and visuals, over a blurred copy of itself.</summary>
    Card,
}
