using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Sharing;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.LocalNemo.Sharing.Renders;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo;

/// <summary>
/// Copies the studio of a data folder, which must be stopped, to where several processes share one. It may be repeated: what is there is
/// written again. Finished videos stay behind.
/// </summary>
public static class StudioMove
{
    /// <param name="dataFolder">The studio's data folder; its files stay as they are.</param>
    /// <param name="records">The records of all.</param>
    /// <param name="renders">The queue of renders of all.</param>
    /// <param name="vault">The files of all.</param>
    /// <param name="cancellationToken">Cancels the copy.</param>
    /// <returns>How many of each kind were copied.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    /// <exception cref="VaultException">The vault does not answer.</exception>
    public static async Task<IReadOnlyDictionary<string, int>> RunAsync(
        string dataFolder, IStudioRecords records, IStudioRenders renders, IFileVault vault, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(renders);
        ArgumentNullException.ThrowIfNull(vault);
        var folders = new Folders(dataFolder);
        var shared = new SharedSets(records);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["studio users"] = await CopyAsync(folders.Users, new FolderRecords<UserRecord>(folders.Users, () => StoreJson.Default.UserRecord, null), shared.Users, cancellationToken),
            ["studio files"] = await CopyFilesAsync(folders, shared.Assets, vault, cancellationToken),
            ["sessions"] = await CopyAsync(
                folders.Sessions, new FolderRecords<SessionRecord>(folders.Sessions, () => StoreJson.Default.SessionRecord, null), shared.Sessions, cancellationToken),
        };
        counts["open renders"] = await CopyRendersAsync(folders, renders, cancellationToken);
        return counts;
    }

    private static IEnumerable<string> IdsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>() : [];

    private static async Task<int> CopyAsync<T>(string folder, FolderRecords<T> from, IRecordSet<T> to, CancellationToken cancellationToken)
        where T : class
    {
        var count = 0;
        foreach (var id in IdsIn(folder))
        {
            if (await from.FindAsync(id, cancellationToken) is { } record)
            {
                await to.UpdateAsync(id, _ => record, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private static async Task<int> CopyFilesAsync(Folders folders, IRecordSet<AssetRecord> to, IFileVault vault, CancellationToken cancellationToken)
    {
        var from = new FolderRecords<AssetRecord>(folders.Files, () => StoreJson.Default.AssetRecord, null);
        var files = new FolderAssetFiles(folders.Files);
        foreach (var id in IdsIn(folders.Files))
        {
            if (await from.FindAsync(id, cancellationToken) is { } record && File.Exists(files.PathOf(record)))
            {
                await CopyFileAsync(files.PathOf(record), StudioBundle.OfAsset(id), folders.Incoming, vault, cancellationToken);
            }
        }

        return await CopyAsync(folders.Files, from, to, cancellationToken);
    }

    private static async Task CopyFileAsync(string path, string bundle, string scratch, IFileVault vault, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(scratch);
        var copy = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        File.Copy(path, copy);
        await vault.RemoveAsync(bundle, cancellationToken);
        await StudioBundle.KeepAsync(vault, bundle, copy, cancellationToken);
    }

    /// <summary>Renders that were not over begin again; how long they are is not known here, so they count as short.</summary>
    private static async Task<int> CopyRendersAsync(Folders folders, IStudioRenders renders, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var record in Directory.Exists(folders.Renders) ? new RenderStore(folders).Unfinished() : [])
        {
            count += await renders.AddAsync(RenderRows.Write(record, TimeSpan.Zero), cancellationToken) ? 1 : 0;
        }

        return count;
    }
}
