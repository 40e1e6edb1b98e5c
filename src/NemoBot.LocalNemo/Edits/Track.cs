namespace NemoBot.LocalNemo.Edits;

/// <summary>A sound of the project.</summary>
internal enum Track
{
    /// <summary>The main sound.</summary>
    Main,

    /// <summary>The background music.</summary>
    Music,

    /// <summary>Everything that is heard.</summary>
    All,
}
