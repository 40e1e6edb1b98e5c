using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.LocalNemo.Sharing.Renders;

namespace NemoBot.LocalNemo;

/// <summary>What a studio needs to be one of several that share sessions, files and renders.</summary>
/// <param name="Records">The records of all.</param>
/// <param name="Renders">The queue of renders of all.</param>
/// <param name="Vault">Uploaded files and videos of all.</param>
/// <param name="Worker">Names this process.</param>
/// <param name="Readiness">Decides whether this process claims renders at present; null: others make them.</param>
public sealed record StudioSharing(IStudioRecords Records, IStudioRenders Renders, IFileVault Vault, string Worker, RenderReadiness? Readiness)
{
    /// <summary>Checks that the other processes find the files of this one.</summary>
    /// <param name="isAlone">No other process is alive.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="InvalidOperationException">They do not; the message is a sentence for the operator.</exception>
    public async Task RequireSameVaultAsync(bool isAlone, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await VaultIdentity.IsSharedAsync(Records, Vault, isAlone, clock, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                "The other instances keep files and videos elsewhere: mount one folder everywhere and name it in NEMOBOT__Web__DataFolder, or name a bucket in NEMOBOT__Vault__Bucket.");
        }
    }
}
