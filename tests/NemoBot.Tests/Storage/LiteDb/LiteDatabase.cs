using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.Settings;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>A database in a folder of its own.</summary>
public sealed class LiteDatabase : ITestDatabase
{
    public bool IsShared => false;

    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("nemobot-store-").FullName;

    /// <summary>The data file.</summary>
    public string File => Path.Combine(Folder, "nemobot.litedb");

    /// <summary>The log beside it.</summary>
    public string Log => File + "-log";

    public async Task<IBotStore> OpenAsync() => await OpenAsync(_ => { });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static LiteBotStore Make(StorageOptions options) => Make(new StoreDatabase(options, NullLogger<StoreDatabase>.Instance));

    internal static LiteBotStore Make(StoreDatabase database) => new(database, Upkeep(database), TimeProvider.System);

    internal static StoreUpkeep Upkeep(StoreDatabase database) => new(database, NullLogger<StoreUpkeep>.Instance);

    internal async Task<LiteBotStore> OpenAsync(Action<StorageOptions> change)
    {
        var options = new StorageOptions { DataFolder = Folder };
        change(options);
        var store = Make(options);
        try
        {
            await store.InitializeAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
