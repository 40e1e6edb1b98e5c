namespace NemoBot.LocalNemo.Language.Dialog;

/// <summary>What a message says besides wishes.</summary>
[Flags]
internal enum SmallTalk
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A greeting.</summary>
    Greeting = 1,

    /// <summary>Thanks or praise.</summary>
    Thanks = 2,

    /// <summary>Agreement.</summary>
    Yes = 4,

    /// <summary>Refusal.</summary>
    No = 8,

    /// <summary>It is not as it should be, and no word says what.</summary>
    Unhappy = 16,
}
