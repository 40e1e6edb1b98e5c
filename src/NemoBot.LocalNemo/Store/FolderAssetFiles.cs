namespace NemoBot.LocalNemo.Store;

/// <summary>Uploaded files in a folder of this machine.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderAssetFiles(string folder) : IAssetFiles
{
    /// <inheritdoc/>
    public string PathOf(AssetRecord record) => Path.Combine(folder, record.Id + record.Extension);

    /// <inheritdoc/>
    public Task KeepAsync(AssetRecord record, string arrived, CancellationToken cancellationToken)
    {
        File.Move(arrived, PathOf(record));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(AssetRecord record, CancellationToken cancellationToken) => Task.FromResult(StoredFile.Open(PathOf(record)));

    /// <inheritdoc/>
    public Task DeleteAsync(AssetRecord record, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(record));
        return Task.CompletedTask;
    }
}
