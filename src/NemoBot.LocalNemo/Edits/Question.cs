namespace NemoBot.LocalNemo.Edits;

/// <summary>What can be asked about a project.</summary>
internal enum Question
{
    /// <summary>What the last request changed.</summary>
    Changes,

    /// <summary>How long the video is.</summary>
    Length,

    /// <summary>How fast it plays.</summary>
    Speed,

    /// <summary>What is in the project.</summary>
    Contents,

    /// <summary>Why the picture is dark.</summary>
    Dark,

    /// <summary>How loud the sound is, or why it cannot be heard.</summary>
    Loudness,

    /// <summary>Size and frame rate of the picture.</summary>
    Format,

    /// <summary>Which titles there are.</summary>
    Titles,

    /// <summary>The captions as numbered lines.</summary>
    Transcript,

    /// <summary>Which versions there are.</summary>
    Versions,

    /// <summary>What can be done.</summary>
    Abilities,

    /// <summary>Why there is no waveform, title, music or caption, or what it looks like.</summary>
    Visual,

    /// <summary>The background.</summary>
    Background,

    /// <summary>The music.</summary>
    Music,

    /// <summary>How large the finished file is.</summary>
    Size,

    /// <summary>What it costs.</summary>
    Cost,

    /// <summary>How to save the video.</summary>
    Download,

    /// <summary>Who can see the files.</summary>
    Privacy,

    /// <summary>How long and how large a video can be.</summary>
    Limits,

    /// <summary>How long the making takes.</summary>
    Wait,

    /// <summary>Which shape each platform wants.</summary>
    Platforms,

    /// <summary>Which kinds of file can be sent.</summary>
    Kinds,

    /// <summary>Which files there are and what became of them.</summary>
    Files,

    /// <summary>Why the edges of the picture are cut off.</summary>
    Cropped,
}
