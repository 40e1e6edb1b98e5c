using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo;

/// <summary>Makes clients, one per service that is spoken to.</summary>
public sealed class NemoBackendFactory(
    IOptions<NemoOptions> options, IAccountStore accounts, ISecretProtector protector, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>True if the cloud is the configured backend.</summary>
    public bool UsesCloud => options.Value.UsesCloud;

    /// <summary>A client of the cloud as it is configured.</summary>
    public NemoBackend CreateCloud() => Create(options.Value.Cloud());

    /// <summary>A client of an embedded server: nothing costs, there is no web site, and it may be asked as often as one likes.</summary>
    public NemoBackend CreateLocal(Uri api) => Create(new NemoConnection
    {
        Traits = new BackendTraits
        {
            Name = "local",
            ChargesCredits = false,
            PollsPerWindow = 10_000,
            RecoveryFirstWait = options.Value.RecoveryFirstWait,
            RecoveryWait = options.Value.RecoveryWait,
            RecoveryReads = options.Value.RecoveryReads,
        },
        Api = api,
        Limits = options.Value.Limits,
    });

    /// <summary>A client of any service.</summary>
    public NemoBackend Create(NemoConnection connection) => new(connection, accounts, protector, clock, logs);
}
