namespace NemoBot.Core.Timeline;

/// <summary>How a value of a segment is written for people.</summary>
internal enum DetailKind
{
    /// <summary>As it is, words translated where known.</summary>
    Word,

    /// <summary>A color.</summary>
    Color,

    /// <summary>A time, in the draft in milliseconds or, if small, in seconds; a missing one is 0.</summary>
    Time,

    /// <summary>A part of 1, shown in percent.</summary>
    Part,

    /// <summary>How many times as fast.</summary>
    Factor,

    /// <summary>Volumes of parts: a list of objects with a start, a length and a volume.</summary>
    PartVolumes,
}
