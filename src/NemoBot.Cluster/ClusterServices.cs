using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NemoBot.Cluster.Admission;
using NemoBot.Cluster.Conversations;
using NemoBot.Cluster.Membership;
using NemoBot.Cluster.Naming;
using NemoBot.Cluster.Pacing;
using NemoBot.Cluster.Placement;
using NemoBot.Cluster.Security;
using NemoBot.Cluster.Signals;
using NemoBot.Cluster.Sole;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;
using Npgsql;
using Orleans.Configuration;
using ClusterOptions = NemoBot.Core.Storage.ClusterOptions;

namespace NemoBot.Cluster;

/// <summary>Makes a host an instance of a cluster: the engine's homes, take-up and sole work are found among all instances.</summary>
public static class ClusterServices
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Call it after the engine and the store were added; needs <c>NpgsqlDataSource</c> and <see cref="ILaneStore"/>.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">The settings, with a database.</param>
    public static void AddCluster(this IHostApplicationBuilder builder, ClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        var name = InstanceName.Make(options);
        builder.Services.Configure<ClaimOptions>(claims => claims.Instance = name.Instance);

        // It warns of every late probe; what matters of it the members and the take-up say.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        var certificates = ClusterCertificates.Load(options);
        builder.UseOrleans(silo =>
        {
            Configure(silo, options, name);
            if (certificates is not null)
            {
                ClusterTls.Require(silo, certificates);
            }
        });
        builder.Services.AddSingleton<IAdmission>(s => new ClusterAdmission(s.GetRequiredService<NpgsqlDataSource>(), name));
        builder.Services.AddSingleton<ClusterMembers>();
        builder.Services.AddSingleton<ClusterMetrics>();
        builder.Services.AddHostedService(s => s.GetRequiredService<ClusterMetrics>());
        builder.Services.AddSingleton<IHealthLine, ClusterHealth>();
        builder.Services.AddSingleton<IConversationHomes, GrainHomes>();
        builder.Services.AddSingleton<ILaneGuard, ClusterLaneGuard>();
        builder.Services.AddSingleton<LaneTakeUp>();
        builder.Services.AddSingleton<ITakeUp>(s => s.GetRequiredService<LaneTakeUp>());
        builder.Services.AddHostedService<TakeUpLoop>();
        builder.Services.AddSingleton<ISoleWork, ClusterSoleWork>();
        builder.Services.AddSingleton<IPaceShare, ClusterPaceShare>();
        builder.Services.AddSingleton<PostgresSignal>();
        builder.Services.AddSingleton<ISignal>(s => s.GetRequiredService<PostgresSignal>());
        builder.Services.AddHostedService(s => s.GetRequiredService<PostgresSignal>());
    }

    private static void Configure(ISiloBuilder silo, ClusterOptions options, InstanceName name)
    {
        var address = ClusterAddress.Resolve(options.Address);
        silo.Configure<Orleans.Configuration.ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (options.Name, options.Name));
        silo.Configure<SiloOptions>(o => o.SiloName = name.ToString());

        // No clients outside of the instances: no gateway.
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = address;
            o.SiloPort = options.SiloPort;
            o.GatewayPort = 0;
            o.SiloListeningEndpoint = new System.Net.IPEndPoint(address, options.SiloPort);
        });
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = AnswerTimeout);
        silo.Configure<ClusterMembershipOptions>(ConfigureMembership);

        // A directory that never holds two places for one conversation after a change of members, and does not wait for leases of the dead:
        // the fence of the store makes a second activation harmless.
        silo.AddDistributedGrainDirectory();
        silo.Configure<GrainDirectoryOptions>(o => o.RangeLeaseDuration = TimeSpan.Zero);
        silo.Services.AddSingleton<IMembershipTable, PostgresMembershipTable>();
        silo.Services.AddPlacementDirector<ByRolePlacement, ByRoleDirector>();
    }

    /// <summary>A dead instance is found within some three seconds; a busy one is not taken for dead.</summary>
    private static void ConfigureMembership(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 3;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
    }
}
