using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;
using NemoBot.Storage.Backups;
using NemoBot.Storage.Buckets;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage;

/// <summary>Puts the store into a host.</summary>
public static class StorageServices
{
    /// <summary>True if another process, the running bot, has the store of a data folder open: only one can.</summary>
    public static bool IsInUse(string dataFolder) => DatabaseFiles.AreInUse(dataFolder);

    /// <summary>
    /// Adds the store as <see cref="IBotStore"/> and, the same instance, as the smaller interfaces it consists of, and
    /// <see cref="IStoreBackup"/>: LiteDB, or PostgreSQL if a database is set for a cluster. Call <see cref="IBotStore.InitializeAsync"/> before anything uses it.
    /// </summary>
    /// <param name="services">The host's services, logging among them.</param>
    /// <param name="section">The section <c>NemoBot</c>: its <c>DataFolder</c> and its children <c>Storage</c>, <c>Cluster</c> and <c>Vault</c> are read.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<StorageOptions>()
            .Bind(section.GetSection(StorageOptions.Section))
            .Configure(o => o.DataFolder = section[nameof(StorageOptions.DataFolder)] is { Length: > 0 } folder ? folder : o.DataFolder)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<ClusterOptions>().Bind(section.GetSection(ClusterOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<VaultOptions>().Bind(section.GetSection(VaultOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        if (!string.IsNullOrWhiteSpace(section.GetSection(VaultOptions.Section)[nameof(VaultOptions.Bucket)]))
        {
            AddBucket(services);
        }

        return string.IsNullOrWhiteSpace(section.GetSection(ClusterOptions.Section)[nameof(ClusterOptions.Database)]) ? AddLiteDb(services) : AddPostgres(services);
    }

    /// <summary>A method of its own, so that the client of S3 is loaded only where it is used.</summary>
    private static void AddBucket(IServiceCollection services) => services.AddSingleton<IFileVault>(p => new BucketVault(
        p.GetRequiredService<IOptions<VaultOptions>>().Value, p.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddLiteDb(IServiceCollection services)
    {
        services.AddSingleton(p => new StoreDatabase(
            p.GetRequiredService<IOptions<StorageOptions>>().Value, p.GetRequiredService<ILogger<StoreDatabase>>()));
        services.AddSingleton<StoreUpkeep>();
        services.AddSingleton<IStoreBackup>(p => p.GetRequiredService<StoreUpkeep>());
        return AddStore<LiteBotStore>(services);
    }

    /// <summary>A method of its own, so that the client of PostgreSQL is loaded only where it is used.</summary>
    private static IServiceCollection AddPostgres(IServiceCollection services)
    {
        services.AddSingleton(p => new PostgresDatabase(p.GetRequiredService<IOptions<ClusterOptions>>().Value, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => p.GetRequiredService<IOptions<StorageOptions>>().Value);
        services.AddSingleton(p => p.GetRequiredService<PostgresDatabase>().Source);
        services.AddSingleton<ILaneStore, PostgresLaneStore>();
        services.AddSingleton<IStudioRecords, PostgresStudioRecords>();
        services.AddSingleton<IStudioRenders, PostgresStudioRenders>();
        services.AddSingleton<PostgresKeyRepository>();
        services.AddOptions<KeyManagementOptions>().PostConfigure<PostgresKeyRepository>((o, keys) => o.XmlRepository = keys);
        services.AddSingleton<IStoreBackup, PostgresBackup>();
        return AddStore<PostgresBotStore>(services);
    }

    private static IServiceCollection AddStore<TStore>(IServiceCollection services)
        where TStore : class, IBotStore, IStoreOverview => services
        .AddSingleton<TStore>()
        .AddSingleton<IBotStore>(p => p.GetRequiredService<TStore>())
        .AddSingleton<IStoreOverview>(p => p.GetRequiredService<TStore>())
        .AddSingleton<IAccountStore>(p => p.GetRequiredService<TStore>())
        .AddSingleton<IPlatformCursors>(p => p.GetRequiredService<TStore>())
        .AddSingleton<IMessageLog>(p => p.GetRequiredService<TStore>());
}
