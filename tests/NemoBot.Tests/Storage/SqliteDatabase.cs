using Microsoft.Data.Sqlite;
using NemoBot.Core.Storage;
using NemoBot.Storage;

namespace NemoBot.Tests.Storage;

/// <summary>A database in a folder of its own.</summary>
public sealed class SqliteDatabase : ITestDatabase
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("nemobot-store-").FullName;

    /// <summary>The database's file.</summary>
    public string File => Path.Combine(Folder, "nemobot.db");

    public async Task<IBotStore> OpenAsync()
    {
        var store = Make(new StorageOptions { DataFolder = Folder });
        await store.InitializeAsync(CancellationToken.None);
        return store;
    }

    /// <summary>The raw file, for looking into it past the store.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static SqliteBotStore Make(StorageOptions options) => new(options, TimeProvider.System);
}
