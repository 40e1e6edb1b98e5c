namespace NemoBot.LocalNemo.Edits;

/// <summary>The silence at the ends of a video.</summary>
internal enum PausePlace
{
    /// <summary>The silence before the first sound.</summary>
    Start,

    /// <summary>The silence after the last sound.</summary>
    End,

    /// <summary>Both ends; the pauses between stay.</summary>
    Ends,
}
