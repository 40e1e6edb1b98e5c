using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Uploaded files in the vault; on this machine while they are needed.</summary>
internal sealed class VaultAssetFiles(IFileVault vault, FileCache cache) : IAssetFiles
{
    /// <inheritdoc/>
    public string PathOf(AssetRecord record) => cache.PathOf(record.Id + record.Extension);

    /// <inheritdoc/>
    public Task KeepAsync(AssetRecord record, string arrived, CancellationToken cancellationToken) =>
        StudioBundle.KeepAsync(vault, StudioBundle.OfAsset(record.Id), arrived, cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(AssetRecord record, CancellationToken cancellationToken) =>
        (await vault.OpenAsync(StudioBundle.OfAsset(record.Id), StudioBundle.Content, cancellationToken))?.Content;

    /// <inheritdoc/>
    public async Task DeleteAsync(AssetRecord record, CancellationToken cancellationToken)
    {
        await vault.RemoveAsync(StudioBundle.OfAsset(record.Id), cancellationToken);
        File.Delete(PathOf(record));
    }
}
