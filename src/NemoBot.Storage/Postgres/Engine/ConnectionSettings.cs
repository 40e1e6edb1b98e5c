using NemoBot.Core.Storage;
using Npgsql;

namespace NemoBot.Storage.Postgres.Engine;

/// <summary>Reads the connection string and adds what the store needs. What is wrong with it is never quoted: it may be the password.</summary>
internal static class ConnectionSettings
{
    private const string Schema = "nemobot";
    private const int PoolSize = 20;
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(5);

    /// <exception cref="StoreException">It is not a connection string.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            throw Wrong();
        }

        if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Database) || string.IsNullOrWhiteSpace(settings.Username))
        {
            throw Wrong();
        }

        // Tables have a schema of their own, so that the database may hold other things too.
        settings.SearchPath = string.IsNullOrWhiteSpace(settings.SearchPath) ? Schema : settings.SearchPath;
        settings.ApplicationName ??= Schema;

        // Locks of a process that was frozen within a transaction end with it: otherwise nobody could take its lanes.
        settings.Options = $"-c idle_in_transaction_session_timeout={IdleLimit.TotalMilliseconds} {settings.Options}".Trim();

        // A server takes 100 connections by default; several instances share them.
        if (!settings.ShouldSerialize("Maximum Pool Size"))
        {
            settings.MaxPoolSize = PoolSize;
        }

        return settings;
    }

    /// <summary>The schema that holds the tables.</summary>
    public static string SchemaOf(NpgsqlConnectionStringBuilder settings) => settings.SearchPath!.Split(',')[0].Trim().Trim('"');

    private static StoreException Wrong() => new(
        StoreProblem.Unavailable,
        "NemoBot:Cluster:Database is not a connection string of the form Host=…;Database=…;Username=…;Password=….");
}
