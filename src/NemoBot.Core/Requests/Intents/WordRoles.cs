namespace NemoBot.Core.Requests.Intents;

/// <summary>What a word does for a rule.</summary>
[Flags]
internal enum WordRoles
{
    /// <summary>The word is allowed.</summary>
    None = 0,

    /// <summary>It says what is wanted.</summary>
    Key = 1,

    /// <summary>It says of what; some rules ask for one.</summary>
    Need = 2,
}
