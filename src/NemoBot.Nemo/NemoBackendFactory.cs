using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo;

/// <summary>Creates one client per service.</summary>
public sealed class NemoBackendFactory(
    IOptions<NemoOptions> options, IAccountStore accounts, ISecretProtector protector, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>True if the cloud is the configured backend.</summary>
    public bool UsesCloud => options.Value.UsesCloud;

    /// <summary>A client of the cloud as it is configured.</summary>
    public IVideoBackend CreateCloud() => Create(options.Value.Cloud());

    /// <summary>A client of an embedded server: it may be asked as often as one likes.</summary>
    /// <param name="api">Where it listens.</param>
    /// <param name="charges">Simulates the cloud's credits, so that registration links are issued; otherwise nothing is charged.</param>
    public IVideoBackend CreateLocal(Uri api, bool charges) => Create(new NemoConnection
    {
        Traits = new BackendTraits
        {
            Name = BackendTraits.Local,
            ChargesCredits = charges,
            Web = charges ? options.Value.WebBaseUrl : null,
            CanRestore = true,
            FollowsSkills = false,
            CanPreview = true,
            CanMakeFormats = true,
            WritesPlainText = true,
            CanErase = true,
            ChecksLinks = true,
            RunsUnattended = false,
            PollsPerWindow = 10_000,
            UploadTypes = [.. BackendTraits.MediaTypes, .. BackendTraits.CaptionTypes],

            // What an embedded server has not done when it answers again, it will not do: it works in this very process.
            RecoveryFirstWait = TimeSpan.FromSeconds(1),
            RecoveryWait = TimeSpan.FromSeconds(2),
            RecoveryReads = 3,
        },
        Api = api,
        Limits = options.Value.Limits,
    });

    /// <summary>A client of any service.</summary>
    internal NemoBackend Create(NemoConnection connection) => new(connection, accounts, protector, clock, logs);
}
