using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;

namespace NemoBot.Storage;

/// <summary>Puts the store into a host.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds the SQLite store as <see cref="IBotStore"/> and, the same instance, as the smaller interfaces it consists of.
    /// Call <see cref="IBotStore.InitializeAsync"/> before anything uses it.
    /// </summary>
    /// <param name="services">The host's services.</param>
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
        services.AddSingleton<SqliteBotStore>(p =>
            new SqliteBotStore(p.GetRequiredService<IOptions<StorageOptions>>().Value, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IBotStore>(p => p.GetRequiredService<SqliteBotStore>());
        services.AddSingleton<IAccountStore>(p => p.GetRequiredService<SqliteBotStore>());
        services.AddSingleton<IPlatformCursors>(p => p.GetRequiredService<SqliteBotStore>());
        services.AddSingleton<IMessageLog>(p => p.GetRequiredService<SqliteBotStore>());
        return services;
    }
}
