using Microsoft.Data.Sqlite;
using NemoBot.Core.Storage;

namespace NemoBot.Storage.Sqlite;

/// <summary>SQLite's result codes (https://sqlite.org/rescode.html) as sentences an operator can act on.</summary>
internal static class StoreErrors
{
    public static StoreException Translate(Exception error, string path) => error switch
    {
        StoreException known => known,
        SqliteException { SqliteErrorCode: 13 } => new(StoreProblem.Full, $"No space is left for the database {path}: free some, or raise Storage:MaxBytes.", error),
        SqliteException { SqliteErrorCode: 3 or 8 or 14 or 23 } => new(StoreProblem.ReadOnly, $"The database {path} may not be written: check the rights on the data folder.", error),
        SqliteException { SqliteErrorCode: 11 or 26 } => new(StoreProblem.Corrupt, $"The file {path} is damaged or is not a database: put a backup in its place, or move it away to start anew.", error),
        SqliteException { SqliteErrorCode: 5 or 6 } => new(StoreProblem.Busy, $"Another process held the database {path} for too long.", error),
        UnauthorizedAccessException => new(StoreProblem.ReadOnly, $"The data folder of {path} may not be written: check its rights.", error),
        _ => new(StoreProblem.Unavailable, $"The database {path} does not work: {error.Message}", error),
    };

    public static bool IsExpected(Exception error) => error is SqliteException or StoreException or IOException or UnauthorizedAccessException;
}
