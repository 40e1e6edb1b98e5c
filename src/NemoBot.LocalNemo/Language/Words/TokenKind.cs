namespace NemoBot.LocalNemo.Language.Words;

/// <summary>The kind of a token.</summary>
internal enum TokenKind
{
    /// <summary>An unknown word.</summary>
    Unknown,

    /// <summary>A word with a meaning.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Quote,

    /// <summary>A number by itself.</summary>
    Number,

    /// <summary>A place in an order: 2nd, 第二张.</summary>
    Ordinal,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A change in dB.</summary>
    Decibel,

    /// <summary>A loudness in LUFS.</summary>
    Lufs,

    /// <summary>A multiple: 1.5x, 两倍.</summary>
    Factor,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A position in time.</summary>
    Time,

    /// <summary>A ratio of sides.</summary>
    Ratio,

    /// <summary>A number of lines, as in 720p.</summary>
    Lines,

    /// <summary>The size of a file in megabytes.</summary>
    Megabytes,

    /// <summary>Frames per second.</summary>
    FrameRate,

    /// <summary>A color.</summary>
    Color,

    /// <summary>The name of a file of the session.</summary>
    File,

    /// <summary>An emoji or another sign.</summary>
    Symbol,

    /// <summary>A mark between clauses.</summary>
    Break,

    /// <summary>A colon or an equals sign.</summary>
    Colon,

    /// <summary>A dash.</summary>
    Dash,
}
