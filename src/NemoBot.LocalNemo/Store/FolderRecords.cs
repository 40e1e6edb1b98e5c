using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace NemoBot.LocalNemo.Store;

/// <summary>Records of this process, a file each. What was read once is kept in memory.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="type">How a record is written.</param>
/// <param name="usedAt">When a record was last used.</param>
internal sealed class FolderRecords<T>(string folder, JsonTypeInfo<T> type, Func<T, DateTimeOffset>? usedAt) : IRecordSet<T>
    where T : class
{
    private const int Stripes = 16;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Two records rarely share a lock, so that writing one does not wait for the disk of another.</summary>
    private readonly Lock[] _writing = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public Task<T?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Find(id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<T>>([.. ids.Select(Find).OfType<T>()]);

    /// <inheritdoc/>
    public Task<T?> UpdateAsync(string id, Func<T?, T?> change, CancellationToken cancellationToken)
    {
        lock (LockOf(id))
        {
            var changed = change(Find(id));
            if (changed is not null)
            {
                JsonFile.Write(PathOf(id), changed, type);
                _known[id] = changed;
            }

            return Task.FromResult(changed);
        }
    }

    /// <inheritdoc/>
    public Task<long> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        lock (LockOf(id))
        {
            var file = new FileInfo(PathOf(id));
            var bytes = file.Exists ? file.Length : 0;
            _known.TryRemove(id, out _);
            file.Delete();
            return Task.FromResult(bytes);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> RemoveUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = new List<T>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            // The file's own time is enough to skip most of them without reading.
            if (usedAt is not null && File.GetLastWriteTimeUtc(path) <= before.UtcDateTime
                && JsonFile.Read(path, type) is { } record && usedAt(record) <= before)
            {
                await RemoveAsync(Path.GetFileNameWithoutExtension(path), cancellationToken);
                removed.Add(record);
            }
        }

        return removed;
    }

    private T? Find(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        var record = JsonFile.Read(PathOf(id), type);
        return record is null ? null : _known.GetOrAdd(id, record);
    }

    private Lock LockOf(string id) => _writing[(uint)id.GetHashCode(StringComparison.Ordinal) % Stripes];

    private string PathOf(string id) => Path.Combine(folder, id + ".json");
}
