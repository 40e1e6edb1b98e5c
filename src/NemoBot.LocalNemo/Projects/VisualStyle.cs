namespace NemoBot.LocalNemo.Projects;

/// <summary>How the sound is drawn.</summary>
public enum VisualStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Bars that follow the loudness of what is heard now.</summary>
    Bars,

    /// <summary>A line wave.</summary>
    Line,

    /// <summary>Bars by frequency.</summary>
    Spectrum,
}
