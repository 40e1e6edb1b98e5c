namespace NemoBot.Core.Timeline;

/// <summary>What a track holds.</summary>
public enum TrackKind
{
    /// <summary>Moving or still pictures.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Titles and captions.</summary>
    Text,

    /// <summary>Everything else.</summary>
    Effect,
}
