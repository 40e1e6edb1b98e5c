using NemoBot.Storage.LiteDb;
using NemoBot.Storage.Settings;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>Opens stores on a simulated disk.</summary>
internal static class SimulatedStore
{
    public static async Task<LiteBotStore> OpenAsync(SimulatedFolder folder, ListLogger<StoreDatabase> logger, int checkpointPages = 500)
    {
        var store = LiteDatabase.Make(new StoreDatabase(new StorageOptions { CheckpointPages = checkpointPages }, logger) { Folder = folder });
        await store.InitializeAsync(CancellationToken.None);
        return store;
    }
}
