namespace NemoBot.LocalNemo.Store;

/// <summary>The bytes of uploaded files.</summary>
internal interface IAssetFiles
{
    /// <summary>Where the file is, or will be once it is needed, on this machine.</summary>
    string PathOf(AssetRecord record);

    /// <summary>Takes over a file that has arrived; it is gone from there.</summary>
    Task KeepAsync(AssetRecord record, string arrived, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading; null if it is gone.</summary>
    Task<Stream?> OpenAsync(AssetRecord record, CancellationToken cancellationToken);

    /// <summary>Deletes a file.</summary>
    Task DeleteAsync(AssetRecord record, CancellationToken cancellationToken);
}
