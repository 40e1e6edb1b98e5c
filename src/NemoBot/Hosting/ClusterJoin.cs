using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Cluster;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Sharing.Renders;
using NemoBot.Settings;

namespace NemoBot.Hosting;

/// <summary>Makes the host an instance of a cluster if a database is set for one.</summary>
internal static class ClusterJoin
{
    public static void AddIfSet(WebApplicationBuilder builder)
    {
        if (Read(builder.Configuration) is { IsOn: true } options)
        {
            Add(builder, options);
        }
    }

    /// <summary>The settings of the cluster; null if there are none.</summary>
    public static ClusterOptions? Read(IConfiguration configuration) =>
        configuration.GetSection(SettingsCatalog.Root).GetSection(ClusterOptions.Section).Get<ClusterOptions>();

    /// <summary>A method of its own: without a cluster nothing of it is loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(WebApplicationBuilder builder, ClusterOptions options)
    {
        builder.AddCluster(options);
        builder.Services.AddSingleton(s => new StudioSharing(
            s.GetRequiredService<IStudioRecords>(),
            s.GetRequiredService<IStudioRenders>(),
            s.GetRequiredService<IFileVault>(),
            s.GetRequiredService<IOptions<ClaimOptions>>().Value.Instance,
            s.GetService<RenderReadiness>()));
        if (options.Has(ClusterOptions.RenderRole))
        {
            builder.Services.AddSingleton<RenderReadiness>().AddSingleton<IHealthLine>(s => s.GetRequiredService<RenderReadiness>());
        }
    }
}
