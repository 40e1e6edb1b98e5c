namespace NemoBot.Core.Timeline;

/// <summary>What something on the timeline is to people.</summary>
internal enum TrackRole
{
    /// <summary>Moving or still pictures.</summary>
    Video,

    /// <summary>Sound below the main material.</summary>
    Music,

    /// <summary>Somebody speaking.</summary>
    Voice,

    /// <summary>Sound of which no more is known.</summary>
    Audio,

    /// <summary>Words on the picture.</summary>
    Title,

    /// <summary>Everything else.</summary>
    Effect,
}
