using System.Globalization;
using NemoBot.Core.Storage;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>
/// Tells a vault that all processes share from a folder of one's own: the database names a bundle, and who does not find it in its vault
/// looks at another one than the process that put it there.
/// </summary>
internal static class VaultIdentity
{
    private const string Kind = "vault";
    private const string Id = "identity";

    /// <summary>Processes that start together are not known to be alive yet.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>Returns true if the vault is the one that the other processes use.</summary>
    /// <param name="records">The records of all.</param>
    /// <param name="vault">The vault of this process.</param>
    /// <param name="isAlone">No other process is alive: the vault of this one becomes that of all.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<bool> IsSharedAsync(IStudioRecords records, IFileVault vault, bool isAlone, TimeProvider clock, CancellationToken cancellationToken)
    {
        var own = $"\"{Guid.NewGuid():N} {clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}\"";
        string? known = null;
        await records.UpdateAsync(
            Kind,
            Id,
            json =>
            {
                known = json;
                return json is null ? new StudioRecord(own, null) : null;
            },
            cancellationToken);
        if (known is not null)
        {
            if (await IsThereAsync(vault, known, cancellationToken))
            {
                return true;
            }

            if (!isAlone || AgeOf(known, clock) < Fresh)
            {
                return false;
            }

            await records.UpdateAsync(Kind, Id, _ => new StudioRecord(own, null), cancellationToken);
        }

        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(path, "", cancellationToken);
        await StudioBundle.KeepAsync(vault, BundleOf(own), path, cancellationToken);
        return true;
    }

    private static string BundleOf(string identity) => StudioBundle.OfIdentity(identity.Trim('"').Split(' ')[0]);

    private static TimeSpan AgeOf(string identity, TimeProvider clock) =>
        clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(identity.Trim('"').Split(' ')[1], CultureInfo.InvariantCulture));

    private static async Task<bool> IsThereAsync(IFileVault vault, string identity, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(BundleOf(identity), StudioBundle.Content, cancellationToken) is not { } found)
        {
            return false;
        }

        await found.Content.DisposeAsync();
        return true;
    }
}
