using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Store;

/// <summary>Uploaded files. An id leads to a file only for the user who sent it.</summary>
internal sealed class AssetStore(IRecordSet<AssetRecord> records, IAssetFiles files)
{
    /// <summary>Takes over a file that has arrived: it is kept, then recorded.</summary>
    public async Task AddAsync(AssetRecord record, string arrived, CancellationToken cancellationToken)
    {
        await files.KeepAsync(record, arrived, cancellationToken);
        await records.UpdateAsync(record.Id, _ => record, cancellationToken);
    }

    /// <summary>Finds those of several files that a user has, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Asset>> LoadAsync(IEnumerable<string> ids, string userId, CancellationToken cancellationToken)
    {
        List<string> valid = [.. ids.Where(AssetIds.IsValid).Distinct()];
        return (valid.Count == 0 ? [] : await records.FindAsync(valid, cancellationToken)).Where(r => r.UserId == userId)
            .ToDictionary(r => r.Id, r => new Asset(r.Id, r.Name, files.PathOf(r), r.Facts), StringComparer.Ordinal);
    }

    /// <summary>Opens a file of any user; null if there is none.</summary>
    public async Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } record ? await files.OpenAsync(record, cancellationToken) : null;

    /// <summary>Deletes a file and its record.</summary>
    /// <returns>Bytes of the file; 0 if there was none.</returns>
    public async Task<long> DropAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } record)
        {
            return 0;
        }

        await files.DeleteAsync(record, cancellationToken);
        await records.RemoveAsync(id, cancellationToken);
        return record.Size;
    }

    private async Task<AssetRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        AssetIds.IsValid(id) ? await records.FindAsync(id, cancellationToken) : null;
}
