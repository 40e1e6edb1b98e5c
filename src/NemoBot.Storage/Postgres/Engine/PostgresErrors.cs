using System.Net.Sockets;
using NemoBot.Core.Storage;
using Npgsql;

namespace NemoBot.Storage.Postgres.Engine;

/// <summary>Maps what PostgreSQL and its client report to sentences. None of them holds a part of the connection string but host, database and user.</summary>
internal static class PostgresErrors
{
    private const string IdleInTransaction = "25P03";

    /// <summary>True if the server ended a transaction, which lost against another one or paused for too long: it may run again.</summary>
    public static bool IsConflict(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or IdleInTransaction
    };

    /// <summary>True if no connection was made: nothing was sent, so the call may be repeated.</summary>
    public static bool IsUnreachable(Exception exception) => exception is
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException }
        or PostgresException
        {
            SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        };

    /// <summary>A failed call as a store's exception; null if it is not the database's.</summary>
    public static StoreException? Map(Exception exception) => exception switch
    {
        PostgresException server => new StoreException(ProblemOf(server.SqlState), $"PostgreSQL reports: {server.MessageText}.", server),
        NpgsqlException or TimeoutException or SocketException => new StoreException(
            StoreProblem.Unavailable, "PostgreSQL does not answer.", exception),
        _ => null,
    };

    /// <summary>A failed start as one sentence.</summary>
    public static StoreException MapStart(Exception exception, NpgsqlConnectionStringBuilder settings)
    {
        var sentence = exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                $"PostgreSQL at {Address(settings)} refuses the user {settings.Username} or its password: check NemoBot:Cluster:Database.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"PostgreSQL at {Address(settings)} has no database {settings.Database}: create it, or correct NemoBot:Cluster:Database.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                $"The user {settings.Username} may not create tables in the database {settings.Database}: grant it CREATE on the database, or name its owner in NemoBot:Cluster:Database.",
            PostgresException server => $"PostgreSQL at {Address(settings)} reports: {server.MessageText}.",
            _ => $"PostgreSQL at {Address(settings)} does not answer: check NemoBot:Cluster:Database and that the server runs.",
        };
        return new StoreException(StoreProblem.Unavailable, sentence, exception);
    }

    private static string Address(NpgsqlConnectionStringBuilder settings) => $"{settings.Host}:{settings.Port}";

    private static StoreProblem ProblemOf(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => StoreProblem.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreProblem.ReadOnly,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreProblem.Corrupt,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => StoreProblem.Busy,
        _ => StoreProblem.Unavailable,
    };
}
