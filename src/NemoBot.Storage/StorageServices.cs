using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;
using NemoBot.Storage.Backups;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage;

/// <summary>Puts the store into a host.</summary>
public static class StorageServices
{
    /// <summary>True if another process, the running bot, has the store of a data folder open: only one can.</summary>
    public static bool IsInUse(string dataFolder) => DatabaseFiles.AreInUse(dataFolder);

    /// <summary>
    /// Adds the LiteDB store as <see cref="IBotStore"/> and, the same instance, as the smaller interfaces it consists of, and
    /// <see cref="IStoreBackup"/>. Call <see cref="IBotStore.InitializeAsync"/> before anything uses it.
    /// </summary>
    /// <param name="services">The host's services, logging among them.</param>
    /// <param name="section">The section <c>NemoBot</c>: its <c>DataFolder</c> and its child <c>Storage</c> are read.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<StorageOptions>()
            .Bind(section.GetSection(StorageOptions.Section))
            .Configure(o => o.DataFolder = section[nameof(StorageOptions.DataFolder)] is { Length: > 0 } folder ? folder : o.DataFolder)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => new StoreDatabase(
            p.GetRequiredService<IOptions<StorageOptions>>().Value, p.GetRequiredService<ILogger<StoreDatabase>>()));
        services.AddSingleton<StoreUpkeep>();
        services.AddSingleton<IStoreBackup>(p => p.GetRequiredService<StoreUpkeep>());
        services.AddSingleton<LiteBotStore>();
        services.AddSingleton<IBotStore>(p => p.GetRequiredService<LiteBotStore>());
        services.AddSingleton<IAccountStore>(p => p.GetRequiredService<LiteBotStore>());
        services.AddSingleton<IPlatformCursors>(p => p.GetRequiredService<LiteBotStore>());
        services.AddSingleton<IMessageLog>(p => p.GetRequiredService<LiteBotStore>());
        return services;
    }
}
