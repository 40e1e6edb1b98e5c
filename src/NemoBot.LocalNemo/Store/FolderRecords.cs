using System.Text.Json.Serialization.Metadata;

namespace NemoBot.LocalNemo.Store;

/// <summary>Records of this process, a file each. Those that were used last are kept in memory too.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="type">How a record is written; asked for with the first one, because building it takes a tenth of a second.</param>
/// <param name="usedAt">When a record was last used.</param>
/// <param name="kept">How many records stay in memory.</param>
internal sealed class FolderRecords<T>(string folder, Func<JsonTypeInfo<T>> type, Func<T, DateTimeOffset>? usedAt, int kept = 256) : IRecordSet<T>
    where T : class
{
    private const int Stripes = 16;

    private readonly NewestRecords<T> _newest = new(kept);

    /// <summary>Two records rarely share a lock, so that writing one does not wait for the disk of another.</summary>
    private readonly Lock[] _writing = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <summary>How many records are in memory.</summary>
    internal int InMemory => _newest.Count;

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
                JsonFile.Write(PathOf(id), changed, type());
                _newest.Set(id, changed);
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
            _newest.Remove(id);
            file.Delete();
            return Task.FromResult(bytes);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<T>> RemoveUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = new List<T>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            // The file's own time is enough to skip most of them without reading.
            if (usedAt is not null && File.GetLastWriteTimeUtc(path) <= before.UtcDateTime
                && RemoveIf(Path.GetFileNameWithoutExtension(path), r => usedAt(r) <= before) is { } unused)
            {
                removed.Add(unused);
            }
        }

        return Task.FromResult<IReadOnlyList<T>>(removed);
    }

    private T? RemoveIf(string id, Func<T, bool> isUnused)
    {
        lock (LockOf(id))
        {
            if (JsonFile.Read(PathOf(id), type()) is not { } record || !isUnused(record))
            {
                return null;
            }

            _newest.Remove(id);
            File.Delete(PathOf(id));
            return record;
        }
    }

    /// <summary>Reads under the lock what is not in memory: what an update has replaced meanwhile must not be kept as the newest.</summary>
    private T? Find(string id)
    {
        if (_newest.Find(id) is { } newest)
        {
            return newest;
        }

        lock (LockOf(id))
        {
            if (_newest.Find(id) is { } written)
            {
                return written;
            }

            var record = JsonFile.Read(PathOf(id), type());
            if (record is not null)
            {
                _newest.Set(id, record);
            }

            return record;
        }
    }

    private Lock LockOf(string id) => _writing[(uint)id.GetHashCode(StringComparison.Ordinal) % Stripes];

    private string PathOf(string id) => Path.Combine(folder, id + ".json");
}
