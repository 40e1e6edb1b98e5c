namespace NemoBot.LocalNemo.Sound;

/// <summary>What is wrong with a recording.</summary>
[Flags]
public enum SoundProblems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is nothing to hear.</summary>
    Silent = 1,

    /// <summary>Many peaks are cut flat.</summary>
    Clipped = 2,

    /// <summary>Only one of two channels has sound.</summary>
    OneChannel = 4,

    /// <summary>The channels are inverted against each other: they cancel out on a mono speaker.</summary>
    OppositePhase = 8,

    /// <summary>Two fifths or more at the end are digital silence.</summary>
    EndMissing = 16,

    /// <summary>Two fifths or more at the start are digital silence.</summary>
    StartMissing = 32,

    /// <summary>The samples swing around another value than zero, which takes away headroom and clicks at cuts.</summary>
    Offset = 64,
}
