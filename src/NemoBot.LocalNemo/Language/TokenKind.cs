namespace NemoBot.LocalNemo.Language;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A word nobody knows.</summary>
    Unknown,

    /// <summary>A word with a meaning.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Quote,

    /// <summary>A number by itself.</summary>
    Number,

    /// <summary>A part of a hundred.</summary>
    Percent,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A position in time.</summary>
    Time,

    /// <summary>A ratio of sides.</summary>
    Ratio,

    /// <summary>A number of lines, as in 720p.</summary>
    Lines,

    /// <summary>Frames per second.</summary>
    FrameRate,

    /// <summary>A colour.</summary>
    Color,

    /// <summary>A mark between clauses.</summary>
    Break,

    /// <summary>A colon or an equals sign.</summary>
    Colon,

    /// <summary>A dash between two times.</summary>
    Dash,
}
