using LiteDB;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>What can go wrong below the store, as sentences an operator can act on.</summary>
internal static class EngineErrors
{
    private const int ReadOnlySystem = 30;

    /// <summary>True for errors of the disk or the engine, after which the engine must be reopened.</summary>
    public static bool IsFault(Exception error) => error is IOException or LiteException or UnauthorizedAccessException;

    /// <summary>The error for the caller: a sentence for faults, everything else as it is.</summary>
    public static Exception Translate(Exception error, string path) => error switch
    {
        DiskFullException => Full(path, error),
        IOException when DiskErrors.IsFull(error) => Full(path, error),
        UnauthorizedAccessException or IOException { HResult: ReadOnlySystem } =>
            new StoreException(StoreProblem.ReadOnly, $"The database {path} may not be written: check the rights on the data folder.", error),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE or LiteException.INVALID_DATAFILE_STATE } =>
            new StoreException(StoreProblem.Corrupt, Damaged(path), error),
        IOException or LiteException =>
            new StoreException(StoreProblem.Unavailable, $"The database {path} does not work: {error.Message}", error),
        _ => error,
    };

    private static StoreException Full(string path, Exception error) =>
        new(StoreProblem.Full, $"No space is left for the database {path}: free some, or raise Storage:MaxBytes.", error);

    /// <summary>The error of a read: it runs no code of the caller, and LiteDB reads bad pages with whatever exception they lead to.</summary>
    public static Exception TranslateRead(Exception error, string path) =>
        error is StoreException ? error : new StoreException(StoreProblem.Corrupt, Damaged(path), error);

    /// <summary>The sentence for a file that LiteDB cannot read.</summary>
    public static string Damaged(string path) =>
        $"The file {path} is damaged or is not a database: restore a backup, or move it away to start with an empty one.";
}
