namespace NemoBot.LocalNemo.Projects;

/// <summary>Where captions came from.</summary>
internal enum CaptionSource
{
    /// <summary>An uploaded subtitle file.</summary>
    File,

    /// <summary>Speech recognition.</summary>
    Speech,

    /// <summary>Lines pasted into the chat.</summary>
    Pasted,
}
