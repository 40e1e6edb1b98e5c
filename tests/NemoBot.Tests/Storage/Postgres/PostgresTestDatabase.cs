using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Settings;

namespace NemoBot.Tests.Storage.Postgres;

/// <summary>A schema of its own on the shared server.</summary>
public sealed class PostgresTestDatabase : ITestDatabase
{
    private string? _connection;

    public bool IsShared => true;

    public async Task<IBotStore> OpenAsync()
    {
        _connection ??= (await PostgresServer.SharedAsync()).NewSchema();
        var store = Make(_connection);
        await store.InitializeAsync(CancellationToken.None);
        return store;
    }

    public void Dispose()
    {
        // The schema goes with the server.
    }

    internal static PostgresBotStore Make(string connection, string cluster = "nemobot") => new(
        new PostgresDatabase(new ClusterOptions { Database = connection, Name = cluster, ConnectPatience = TimeSpan.FromSeconds(2) }, TimeProvider.System),
        new StorageOptions(),
        TimeProvider.System);
}
