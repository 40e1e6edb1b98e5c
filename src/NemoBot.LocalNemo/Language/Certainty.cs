namespace NemoBot.LocalNemo.Language;

/// <summary>How sure a reading is. It decides which edits wait for a yes.</summary>
internal enum Certainty
{
    /// <summary>Every word was understood.</summary>
    Sure,

    /// <summary>A word was understood only by guessing at its spelling.</summary>
    Guessed,

    /// <summary>Words were left over, or the message only supposed, asked or stated something.</summary>
    Doubtful,

    /// <summary>The message only asks what a change would be like.</summary>
    Supposed,
}
