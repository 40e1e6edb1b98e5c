namespace NemoBot.Core.Storage;

/// <summary>Why the store could not do what it was asked for. Nothing of a failed call is kept.</summary>
public enum StoreProblem
{
    /// <summary>No space is left, on the disk or within the configured limit. Deleting something helps.</summary>
    Full,

    /// <summary>The data folder or file may not be written.</summary>
    ReadOnly,

    /// <summary>The file is damaged or is not a database.</summary>
    Corrupt,

    /// <summary>Another process held the store for too long; later it may work.</summary>
    Busy,

    /// <summary>The disk or server behind the store does not answer as it should.</summary>
    Unavailable,
}
