using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>Opens databases for studios.</summary>
internal static class SharedBench
{
    public static async Task<PostgresDatabase> OpenDatabaseAsync(string connection)
    {
        var database = new PostgresDatabase(new ClusterOptions { Database = connection, ConnectPatience = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        return database;
    }
}
