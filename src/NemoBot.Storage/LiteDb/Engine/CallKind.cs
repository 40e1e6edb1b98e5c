namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>What a call does with the engine.</summary>
internal enum CallKind
{
    /// <summary>Reads; sees what is durable.</summary>
    Read,

    /// <summary>Writes, as part of a group that is committed and sealed together.</summary>
    Write,

    /// <summary>Writes, and what it deletes must be in no byte of the files afterwards.</summary>
    Erase,

    /// <summary>Works on the engine itself, outside of any transaction.</summary>
    Maintain,
}
