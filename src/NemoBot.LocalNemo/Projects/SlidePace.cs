namespace NemoBot.LocalNemo.Projects;

/// <summary>What decides how long slides last.</summary>
internal enum SlidePace
{
    /// <summary>All equally long.</summary>
    Even,

    /// <summary>A fixed time each, from the first slide again if needed.</summary>
    Every,

    /// <summary>A number of beats each.</summary>
    OnBeats,
}
