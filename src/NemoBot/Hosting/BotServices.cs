using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NemoBot.Core;
using NemoBot.Core.Access;
using NemoBot.Core.Backend;
using NemoBot.Core.Budgets;
using NemoBot.Core.Media;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Settings;
using NemoBot.Media;
using NemoBot.Nemo;
using NemoBot.Settings;
using NemoBot.Speech;
using NemoBot.Speech.Settings;
using NemoBot.Storage;

namespace NemoBot.Hosting;

/// <summary>Everything but the platforms: the engine, the store, the backends, the media tools.</summary>
internal static class BotServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="localFolder">Where the local backend keeps its data; null: below the data folder.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, string? localFolder)
    {
        var section = configuration.GetSection(SettingsCatalog.Root);
        var data = DataFolder.Require(configuration);
        services.AddSingleton<TimeProvider>(new SteadyClock(TimeProvider.System));
        services.Configure<WorkOptions>(o => o.Folder = Path.Combine(data, "work"));
        services.AddStorage(section);
        services.AddMedia(section.GetSection("Media"));
        services.AddBotSpeech(configuration);
        services.AddNemo(section.GetSection("Nemo"), configuration);
        services.AddEngine(section);
        AddReloading(services);
        AddSecrets(services, data);
        AddLocal(services, section, localFolder ?? Path.Combine(data, "localnemo"));
        return services.AddSingleton(p => CreateBackends(p));
    }

    /// <summary>Speech recognition; models are kept in the data folder unless the settings name another.</summary>
    public static IServiceCollection AddBotSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        var data = DataFolder.Find(configuration);
        services.Configure<SpeechOptions>(o => o.ModelFolder = Path.Combine(data, "models"));
        return services.AddSpeech(configuration.GetSection(SettingsCatalog.Root).GetSection(SpeechOptions.Section));
    }

    /// <summary>The settings that <see cref="SettingsCatalog"/> marks as reloading.</summary>
    private static void AddReloading(IServiceCollection services) => services
        .AddSingleton<IOptionsMonitor<EngineOptions>, ReloadingOptions<EngineOptions>>()
        .AddSingleton<IOptionsMonitor<AccessOptions>, ReloadingOptions<AccessOptions>>()
        .AddSingleton<IOptionsMonitor<BudgetOptions>, ReloadingOptions<BudgetOptions>>()
        .AddSingleton<IOptionsMonitor<LiveStatusOptions>, ReloadingOptions<LiveStatusOptions>>()
        .AddSingleton<IOptionsMonitor<RenderOptions>, ReloadingOptions<RenderOptions>>()
        .AddSingleton<IOptionsMonitor<DeliveryOptions>, ReloadingOptions<DeliveryOptions>>()
        .AddSingleton<IOptionsMonitor<UploadOptions>, ReloadingOptions<UploadOptions>>();

    private static void AddSecrets(IServiceCollection services, string data)
    {
        var keys = Directory.CreateDirectory(Path.Combine(data, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        services.AddDataProtection().SetApplicationName("NemoBot").PersistKeysToFileSystem(keys);
        LoadKeysWhenUsed(services);
        services.AddSingleton<ISecretProtector, SecretProtector>();
    }

    /// <summary>Loading the keys with every start costs it 80 ms and several MB, and most bots never need them.</summary>
    private static void LoadKeysWhenUsed(IServiceCollection services)
    {
        if (services.FirstOrDefault(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "DataProtectionHostedService") is { } loader)
        {
            services.Remove(loader);
        }
    }

    private static void AddLocal(IServiceCollection services, IConfiguration section, string folder)
    {
        services.AddLocalNemo(section.GetSection(LocalNemoOptions.Section));
        services.AddOptions<LocalNemoOptions>()
            .Configure(o => o.DataFolder = section[$"{LocalNemoOptions.Section}:DataFolder"] is { Length: > 0 } own ? own : folder)
            .Configure(o => section.GetSection(UnderstandingOptions.Section).Bind(o.Understanding));
    }

    private static BackendDirectory CreateBackends(IServiceProvider services)
    {
        var factory = services.GetRequiredService<NemoBackendFactory>();
        var local = services.GetRequiredService<EmbeddedBackend>();
        var simulation = services.GetRequiredService<IOptions<LocalNemoOptions>>().Value.Simulation;
        List<IVideoBackend> backends = [factory.CreateLocal(local.Address, simulation.StartCredits is not null)];
        if (factory.UsesCloud)
        {
            backends.Add(factory.CreateCloud());
        }

        return new BackendDirectory(backends, factory.UsesCloud ? BackendTraits.Cloud : BackendTraits.Local);
    }
}
